// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/paramform.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QRandomGenerator>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "console/models/servicetext.h"
#include "console/widgets/style.h"

namespace pult::pages {

namespace {

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isSeed(const contract::ParamSpec &spec)
{
    return spec.member == &contract::JobParams::seed;
}

std::int64_t randomUpTo(std::int64_t maximum)
{
    return static_cast<std::int64_t>(
        QRandomGenerator::global()->bounded(static_cast<double>(maximum) + 1));
}

} // namespace

ParamForm::ParamForm(contract::Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
    , m_randomSeed(new QCheckBox(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_randomSeed->setObjectName(QStringLiteral("randomSeed"));
    m_randomSeed->setProperty("kept", true);
    m_randomSeed->setChecked(true);
    for (const contract::ParamSpec &spec : contract::paramSpecs(kind))
        m_fields.push_back(makeField(spec));
    m_layout->addRow(m_randomSeed);
    retranslate();
}

ParamForm::Field ParamForm::makeField(const contract::ParamSpec &spec)
{
    const Field field{&spec, new QLabel(this), new QDoubleSpinBox(this), new QLabel(this)};
    QDoubleSpinBox &box = *field.box;
    box.setObjectName(textOf(spec.name));
    box.setProperty("kept", true);
    box.setDecimals(0); // Doubles, as a seed is wider than int.
    box.setRange(static_cast<double>(spec.minimum), static_cast<double>(spec.maximum));
    box.setSingleStep(static_cast<double>(spec.step));
    box.setValue(static_cast<double>(spec.fallback));
    field.label->setBuddy(&box);
    field.problem->setObjectName(textOf(spec.name) + QStringLiteral("Problem"));
    field.problem->setProperty("role", QStringLiteral("error"));
    field.problem->setWordWrap(true);
    field.problem->hide();
    if (isSeed(spec)) {
        box.setEnabled(!m_randomSeed->isChecked());
        connect(m_randomSeed, &QCheckBox::toggled, &box, &QWidget::setDisabled);
    }
    m_layout->addRow(field.label, &box);
    m_layout->addRow(QString(), field.problem);
    connect(&box, &QDoubleSpinBox::valueChanged, this, &ParamForm::changed);
    return field;
}

contract::JobParams ParamForm::params() const
{
    contract::JobParams params;
    for (const Field &field : m_fields)
        params.*field.spec->member = isSeed(*field.spec) && m_randomSeed->isChecked()
            ? randomUpTo(field.spec->maximum)
            : static_cast<std::int64_t>(field.box->value());
    return params;
}

void ParamForm::setParams(const contract::JobParams &params)
{
    for (const Field &field : m_fields)
        field.box->setValue(
            static_cast<double>((params.*field.spec->member).value_or(field.spec->fallback)));
    m_randomSeed->setChecked(!params.seed);
}

bool ParamForm::showProblem(const std::string &pointer, const QString &problem)
{
    for (const Field &field : m_fields) {
        if (pointer != "/params/" + std::string(field.spec->name))
            continue;
        widgets::setWrong(*field.box, true);
        field.problem->setText(problem);
        field.problem->show();
        return true;
    }
    return false;
}

void ParamForm::clearProblems()
{
    for (const Field &field : m_fields) {
        widgets::setWrong(*field.box, false);
        field.problem->hide();
    }
}

void ParamForm::retranslate()
{
    for (const Field &field : m_fields) {
        const contract::ParamSpec &spec = *field.spec;
        const QString unit = models::unitText(textOf(spec.unit), static_cast<double>(spec.maximum));
        field.label->setText(models::paramText(spec.name));
        field.box->setAccessibleName(models::paramText(spec.name));
        field.box->setSuffix(unit.isEmpty() ? QString() : QLatin1Char(' ') + unit);
        field.box->setToolTip(
            tr("%1 to %2")
                .arg(models::formatCount(spec.minimum), models::formatCount(spec.maximum)));
    }
    m_randomSeed->setText(tr("A new random seed for each job"));
    m_randomSeed->setAccessibleName(m_randomSeed->text());
}

void ParamForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace pult::pages
