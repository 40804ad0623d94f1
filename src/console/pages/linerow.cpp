// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/linerow.h"

#include <algorithm>

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "console/models/format.h"
#include "console/models/seriestext.h"
#include "console/widgets/elidedlabel.h"
#include "console/widgets/theme.h"

namespace pult::pages {

using telemetry::LineFold;
using telemetry::LineForm;

namespace {

constexpr double kParts[] = {0.5, 0.9, 0.95, 0.99};

template <class Choice>
int indexOf(const std::vector<Choice> &choices, const auto &isChosen)
{
    const auto found = std::find_if(choices.begin(), choices.end(), isChosen);
    return found == choices.end() ? 0 : static_cast<int>(found - choices.begin());
}

/// Keeps a row's boxes below those of others.
void fixWidth(QComboBox &box)
{
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(16);
}

} // namespace

LineRow::LineRow(PickedLine picked, QWidget *parent)
    : QWidget(parent)
    , m_picked(std::move(picked))
    , m_name(new widgets::ElidedLabel(this))
    , m_note(new QLabel(this))
    , m_form(new QComboBox(this))
    , m_scope(new QComboBox(this))
    , m_remove(new QToolButton(this))
{
    m_note->setProperty("role", QStringLiteral("muted"));
    m_remove->setText(QStringLiteral("×"));
    m_remove->setAutoRaise(true);
    fixWidth(*m_form);
    fixWidth(*m_scope);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(widgets::kGrid);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_form);
    layout->addWidget(m_scope);
    layout->addWidget(m_remove);
    retranslate();
    connect(m_form, &QComboBox::activated, this, &LineRow::apply);
    connect(m_scope, &QComboBox::activated, this, &LineRow::apply);
    connect(m_remove, &QToolButton::clicked, this, &LineRow::removeRequested);
}

void LineRow::setReport(const live::LineReport &report)
{
    m_report = report;
    m_note->setText(reportText(report));
}

void LineRow::setPlace(int place)
{
    const QString suffix = QLatin1Char('.') + QString::number(place);
    m_form->setObjectName(QStringLiteral("lineForm") + suffix);
    m_scope->setObjectName(QStringLiteral("lineScope") + suffix);
    m_remove->setObjectName(QStringLiteral("removeLine") + suffix);
    m_note->setObjectName(QStringLiteral("lineNote") + suffix);
}

void LineRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LineRow::retranslate()
{
    const telemetry::SeriesName name = m_picked.isWhole
        ? telemetry::SeriesName{m_picked.line.metric, {}}
        : telemetry::SeriesName{m_picked.line.metric, [this] {
                                    std::vector<std::pair<std::string, std::string>> labels;
                                    for (const auto &label : m_picked.labels)
                                        labels.emplace_back(label.name, label.value);
                                    return labels;
                                }()};
    const QString text = models::seriesText(name);
    m_name->setText(text);
    m_form->setAccessibleName(tr("What is drawn of %1").arg(text));
    m_scope->setAccessibleName(tr("Which series of %1 are drawn").arg(text));
    m_remove->setAccessibleName(tr("Remove %1 from the chart").arg(text));
    m_remove->setToolTip(m_remove->accessibleName());
    m_note->setText(reportText(m_report));
    fillForms();
    fillScopes();
}

void LineRow::fillForms()
{
    m_forms = {{LineForm::value}, {LineForm::rate}, {LineForm::increase}};
    if (models::isBucket(m_picked.line.metric))
        for (const double part : kParts)
            m_forms.push_back({LineForm::quantile, part});
    m_form->clear();
    for (const Form &form : m_forms)
        m_form->addItem(formText(form));
    const telemetry::SeriesLine &line = m_picked.line;
    m_form->setCurrentIndex(indexOf(m_forms, [&line](const Form &form) {
        return form.form == line.form
            && (form.form != LineForm::quantile || form.part == line.part);
    }));
}

void LineRow::fillScopes()
{
    m_scopes.clear();
    if (!m_picked.isWhole)
        m_scopes.push_back({});
    const bool isQuantile = m_picked.line.form == LineForm::quantile;
    for (const LineFold fold : {LineFold::sum, LineFold::max}) {
        if (isQuantile && fold == LineFold::max)
            continue;
        m_scopes.push_back({fold, {}});
        for (const std::string &label : m_picked.labelNames)
            if (!isQuantile || label != "le")
                m_scopes.push_back({fold, label});
    }
    m_scope->clear();
    for (const Scope &scope : m_scopes)
        m_scope->addItem(scopeText(scope));
    const Scope now{m_picked.line.fold, m_picked.line.by};
    m_scope->setCurrentIndex(
        indexOf(m_scopes, [&now](const Scope &scope) { return scope == now; }));
}

void LineRow::apply()
{
    const Form form = m_forms[static_cast<std::size_t>(m_form->currentIndex())];
    const Scope scope = m_scopes[static_cast<std::size_t>(m_scope->currentIndex())];
    m_picked.line = lineOf(m_picked, form.form, form.part, scope.fold, scope.by);
    fillScopes();
    Q_EMIT changed();
}

QString LineRow::formText(const Form &form) const
{
    switch (form.form) {
    case LineForm::value:
        return tr("Value");
    case LineForm::rate:
        return tr("Rate per second");
    case LineForm::increase:
        return tr("Increase");
    case LineForm::quantile:
        return tr("Quantile p%1").arg(100 * form.part);
    }
    return {};
}

QString LineRow::scopeText(const Scope &scope) const
{
    const QString by = QString::fromStdString(scope.by);
    if (scope.fold == LineFold::none)
        return tr("This series");
    if (m_picked.line.form == LineForm::quantile)
        return by.isEmpty() ? tr("All series") : tr("By %1").arg(by);
    if (scope.fold == LineFold::sum)
        return by.isEmpty() ? tr("Sum of all") : tr("Sum by %1").arg(by);
    return by.isEmpty() ? tr("Highest of all") : tr("Highest by %1").arg(by);
}

QString reportText(const live::LineReport &report)
{
    if (report.isTooLarge)
        return LineRow::tr("Too many series for this range");
    if (report.kept == 0)
        return LineRow::tr("No such series");
    if (report.present == 0)
        return LineRow::tr("No such series now");
    if (report.cut > 0)
        return LineRow::tr("%n more not drawn", nullptr, static_cast<int>(report.cut));
    return {};
}

} // namespace pult::pages
