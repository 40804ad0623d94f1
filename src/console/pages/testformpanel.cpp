// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/testformpanel.h"

#include <cmath>

#include <QEvent>
#include <QLabel>
#include <QShortcut>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "console/models/servicesentence.h"
#include "console/pages/paramform.h"
#include "console/pages/stickerfilefield.h"
#include "console/widgets/style.h"
#include "ui_testformpanel.h"

namespace pult::pages {

namespace {

using namespace std::chrono_literals;

/// What is wrong with a prompt; empty: nothing.
QString promptProblem(const QString &prompt)
{
    const auto bytes = static_cast<std::size_t>(prompt.toUtf8().size());
    if (bytes > contract::kMaxPromptBytes)
        return TestFormPanel::tr("The prompt has %1 bytes; at most %2 are allowed.")
            .arg(models::formatCount(static_cast<std::int64_t>(bytes)),
                models::formatCount(contract::kMaxPromptBytes));
    if (prompt.contains(QChar(u'\0')))
        return TestFormPanel::tr("The prompt holds a NUL character.");
    return {};
}

} // namespace

TestFormPanel::TestFormPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TestFormPanel>())
{
    m_ui->setupUi(this);
    makeKinds();
    m_countdown.setInterval(200ms);
    connect(&m_countdown, &QTimer::timeout, this, &TestFormPanel::countDown);
    connect(m_ui->prompt, &QPlainTextEdit::textChanged, this, &TestFormPanel::checkPrompt);
    connect(m_ui->stickerFile, &StickerFileField::changed, this, &TestFormPanel::followFile);
    connect(m_ui->submit, &QPushButton::clicked, this, &TestFormPanel::submitted);
    connect(m_ui->stop, &QPushButton::clicked, this, &TestFormPanel::stopWanted);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_ui->submit, &QPushButton::click);
    }
    m_ui->progress->hide();
    m_ui->problem->hide();
    retranslate();
    checkPrompt();
}

TestFormPanel::~TestFormPanel() = default;

void TestFormPanel::makeKinds()
{
    for (const contract::Kind kind : contract::kAllKinds) {
        m_ui->kind->addItem(QString(), static_cast<int>(kind));
        auto *form = new ParamForm(kind, m_ui->params);
        form->setObjectName(QStringLiteral("params_")
            + QString::fromStdString(std::string(contract::nameOf(kind))));
        m_ui->params->addWidget(form);
        m_forms[kind] = form;
    }
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, [this] {
        m_ui->params->setCurrentWidget(&form());
        followFile();
        clearProblem();
    });
    m_ui->kind->setCurrentIndex(m_ui->kind->findData(static_cast<int>(contract::Kind::image)));
}

/// One column of labels for all the forms that this one is made of.
void TestFormPanel::alignLabels()
{
    QList<QLabel *> labels = findChildren<QLabel *>();
    labels.removeIf([](const QLabel *label) { return !label->buddy(); });
    int width = 0;
    for (const QLabel *label : labels)
        width = std::max(width, label->sizeHint().width());
    for (QLabel *label : labels)
        label->setMinimumWidth(width);
}

contract::Kind TestFormPanel::kind() const
{
    return static_cast<contract::Kind>(m_ui->kind->currentData().toInt());
}

ParamForm &TestFormPanel::form() const
{
    return *m_forms.at(kind());
}

contract::GenerateRequest TestFormPanel::request() const
{
    contract::GenerateRequest request;
    request.prompt = m_ui->prompt->toPlainText().toStdString();
    request.params = hasFile() ? m_ui->stickerFile->params() : form().params();
    request.priority = m_ui->priority->value();
    return request;
}

bool TestFormPanel::hasFile() const
{
    return kind() == contract::Kind::sticker && m_ui->stickerFile->hasFile();
}

/// A file has its own frames, and needs no prompt.
void TestFormPanel::followFile()
{
    m_ui->stickerFile->setVisible(kind() == contract::Kind::sticker);
    m_ui->params->setVisible(!hasFile());
    refreshButtons();
}

int TestFormPanel::count() const
{
    return m_ui->count->value();
}

double TestFormPanel::pace() const
{
    return m_ui->pace->value();
}

void TestFormPanel::setRequest(contract::Kind kind, const contract::GenerateRequest &request)
{
    m_ui->kind->setCurrentIndex(m_ui->kind->findData(static_cast<int>(kind)));
    m_ui->prompt->setPlainText(QString::fromStdString(request.prompt));
    m_ui->priority->setValue(static_cast<int>(request.priority));
    m_ui->stickerFile->setParams(request.params);
    if (!hasFile())
        form().setParams(request.params);
}

void TestFormPanel::setLive(bool isLive)
{
    m_isLive = isLive;
    refreshButtons();
}

void TestFormPanel::showProgress(int accepted, int total, bool isRunning)
{
    m_isRunning = isRunning;
    m_ui->progress->setText(tr("%1 of %2 submitted").arg(accepted).arg(total));
    m_ui->progress->setVisible(total > 1 || isRunning);
    refreshButtons();
}

void TestFormPanel::showProblem(const Error &error)
{
    clearProblem();
    m_ui->problem->setText(models::problemText(error));
    m_ui->problem->show();
    for (const FieldError &field : error.fields)
        showFieldProblem(field);
    if (error.code != ErrorCode::limited || !error.retryAfter)
        return;
    m_tryAgainAt = std::chrono::steady_clock::now()
        + std::chrono::duration_cast<std::chrono::steady_clock::duration>(*error.retryAfter);
    m_countdown.start();
    countDown();
}

void TestFormPanel::showFieldProblem(const FieldError &field)
{
    const QString detail = models::serviceSentence(field.detail);
    if (form().showProblem(field.pointer, detail)
        || m_ui->stickerFile->showProblem(field.pointer, detail))
        return;
    if (field.pointer == "/prompt") {
        widgets::setWrong(*m_ui->prompt, true);
        m_ui->promptProblem->setText(detail);
        m_ui->promptProblem->show();
    }
}

void TestFormPanel::clearProblem()
{
    m_countdown.stop();
    m_ui->problem->hide();
    form().clearProblems();
    m_ui->stickerFile->clearProblem();
    checkPrompt();
}

void TestFormPanel::countDown()
{
    const Seconds left = m_tryAgainAt - std::chrono::steady_clock::now();
    if (left > Seconds(0)) {
        m_ui->problem->setText(tr("The rate limit is reached. Try again in %1.")
                                   .arg(models::formatDuration(Seconds(std::ceil(left.count())))));
    } else {
        m_countdown.stop();
        m_ui->problem->setText(tr("The rate limit has room again: you can submit now."));
    }
    refreshButtons();
}

void TestFormPanel::checkPrompt()
{
    const QString problem = promptProblem(m_ui->prompt->toPlainText());
    m_ui->promptProblem->setText(problem);
    m_ui->promptProblem->setVisible(!problem.isEmpty());
    widgets::setWrong(*m_ui->prompt, !problem.isEmpty());
    refreshButtons();
}

void TestFormPanel::refreshButtons()
{
    const QString prompt = m_ui->prompt->toPlainText();
    const bool isSound = (hasFile() || !prompt.isEmpty()) && promptProblem(prompt).isEmpty();
    m_ui->submit->setEnabled(m_isLive && !m_isRunning && isSound && !m_countdown.isActive());
    m_ui->stop->setVisible(m_isRunning);
}

void TestFormPanel::retranslate()
{
    for (int i = 0; i < m_ui->kind->count(); ++i)
        m_ui->kind->setItemText(
            i, models::kindText(static_cast<contract::Kind>(m_ui->kind->itemData(i).toInt())));
    m_ui->pace->setSuffix(tr(" per second"));
    alignLabels();
}

void TestFormPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        checkPrompt();
    }
    if (event->type() == QEvent::FontChange)
        alignLabels();
    QWidget::changeEvent(event);
}

} // namespace pult::pages
