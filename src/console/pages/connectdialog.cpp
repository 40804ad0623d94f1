// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/connectdialog.h"

#include <cmath>

#include <QEvent>
#include <QFormLayout>
#include <QHostAddress>
#include <QPushButton>
#include <QStyle>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "console/settings/secretstore.h"
#include "ui_connectdialog.h"

namespace pult::pages {
namespace {

using live::TargetKind;
using settings::SecretPlace;
using widgets::Status;

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

void markWrong(QWidget &field, bool isWrong)
{
    if (field.property("wrong").toBool() == isWrong)
        return;
    field.setProperty("wrong", isWrong);
    field.style()->unpolish(&field);
    field.style()->polish(&field);
}

QString healthWord(contract::HealthStatus status)
{
    switch (status) {
    case contract::HealthStatus::pass:
        return ConnectDialog::tr("It is healthy.");
    case contract::HealthStatus::warn:
        return ConnectDialog::tr("It is strained: see its checks once connected.");
    case contract::HealthStatus::fail:
        break;
    }
    return ConnectDialog::tr("It says that it is failing: see its checks once connected.");
}

} // namespace

ConnectDialog::ConnectDialog(
    live::ServiceList &services, settings::SecretStore &keychain, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::ConnectDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("connectDialog"));
    offerKinds();
    offerAuthentications();
    offerPlaces(true);
    keychain.read("pult", this, [this](const Result<QByteArray> &answer) {
        offerPlaces(answer.has_value() || answer.error().code == ErrorCode::notFound);
    });
    connect(m_ui->test, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(m_ui->save, &QPushButton::clicked, this, &ConnectDialog::save);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->url, &QLineEdit::textChanged, this, &ConnectDialog::validate);
    connect(m_ui->url, &QLineEdit::editingFinished, this, &ConnectDialog::takeCredentials);
    connect(m_ui->token, &QLineEdit::textChanged, this, &ConnectDialog::validate);
    connect(m_ui->user, &QLineEdit::textChanged, this, &ConnectDialog::validate);
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, &ConnectDialog::followKind);
    connect(
        m_ui->authentication, &QComboBox::currentIndexChanged, this, &ConnectDialog::followKind);
    followKind();
    m_ui->url->setFocus();
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::setAddress(const live::ServiceAddress &address)
{
    m_id = address.id;
    m_ui->kind->setCurrentIndex(m_ui->kind->findData(QVariant::fromValue(address.kind)));
    m_ui->authentication->setCurrentIndex(m_ui->authentication->findData(
        QVariant::fromValue(!address.user.isEmpty() ? Authentication::basic
                : !address.token.isEmpty()          ? Authentication::bearer
                                                    : Authentication::none)));
    m_ui->url->setText(address.url.toString());
    m_ui->user->setText(QString::fromUtf8(address.user));
    m_ui->token->setText(QString::fromUtf8(address.token));
    m_ui->headers->setHeaders(address.headers);
    m_ui->numbers->setChosen(address.pointers);
    m_ui->interval->setValue(static_cast<int>(std::lround(address.interval.count())));
    m_ui->name->setText(QString::fromStdString(address.name));
    setWindowTitle(tr("Edit %1").arg(m_ui->name->text()));
    m_ui->save->setText(tr("Save"));
    m_ui->save->setAccessibleName(tr("Save"));
}

live::ServiceAddress ConnectDialog::address() const
{
    const QString name = m_ui->name->text().trimmed();
    live::ServiceAddress address{m_id, (name.isEmpty() ? url().host() : name).toStdString(),
        url().adjusted(QUrl::RemoveUserInfo), {}, kind()};
    const bool isService = kind() == TargetKind::service;
    if (isService || authentication() != Authentication::none)
        address.token = m_ui->token->text().trimmed().toUtf8();
    if (isService)
        return address;
    if (authentication() == Authentication::basic)
        address.user = m_ui->user->text().trimmed().toUtf8();
    address.headers = m_ui->headers->headers();
    if (kind() == TargetKind::json)
        address.pointers = m_ui->numbers->chosen();
    address.interval = Seconds(m_ui->interval->value());
    return address;
}

TargetKind ConnectDialog::kind() const
{
    return m_ui->kind->currentData().value<TargetKind>();
}

ConnectDialog::Authentication ConnectDialog::authentication() const
{
    return m_ui->authentication->currentData().value<Authentication>();
}

SecretPlace ConnectDialog::secretPlace() const
{
    return m_ui->place->currentData().value<SecretPlace>();
}

void ConnectDialog::setSecretPlace(SecretPlace place)
{
    const int index = m_ui->place->findData(QVariant::fromValue(place));
    m_ui->place->setCurrentIndex(std::max(index, 0));
}

void ConnectDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        offerKinds();
        offerAuthentications();
        retranslatePlaces();
        followKind();
    }
    QDialog::changeEvent(event);
}

void ConnectDialog::test()
{
    takeCredentials();
    if (const QString problem = urlProblem(); !problem.isEmpty()) {
        markWrong(*m_ui->url, true);
        showFinding(Status::bad, problem);
        return;
    }
    m_probe = std::make_unique<QObject>();
    m_ui->test->setEnabled(false);
    showFinding(Status::unknown, tr("Asking %1…").arg(url().host()));
    if (kind() == TargetKind::service)
        testService();
    else
        testPage();
}

void ConnectDialog::testService()
{
    m_services.probe(address(), m_probe.get(), [this](const Result<contract::Health> &answer) {
        m_ui->test->setEnabled(true);
        if (answer)
            showHealth(*answer);
        else
            showProblem(answer.error());
    });
}

void ConnectDialog::testPage()
{
    m_services.inspect(address(), m_probe.get(), [this](const Result<live::PageFinding> &found) {
        m_ui->test->setEnabled(true);
        if (found)
            showPage(*found);
        else
            showProblem(found.error());
    });
}

void ConnectDialog::showProblem(const Error &problem)
{
    showFinding(Status::bad, models::problemText(problem));
}

void ConnectDialog::showPage(const live::PageFinding &found)
{
    const int count = static_cast<int>(found.samples);
    if (kind() == TargetKind::json) {
        m_ui->numbers->show(found.numbers);
        showFinding(count > 0 ? Status::good : Status::warning,
            count > 0 ? tr("%n numbers. Tick those to keep.", nullptr, count)
                      : tr("This JSON holds no number."));
        return;
    }
    QStringList profiles;
    for (const auto &profile : found.profiles)
        profiles << QString::fromStdString(profile->id);
    QString text = tr("%n samples", nullptr, count) + QStringLiteral("; ")
        + (profiles.isEmpty() ? tr("no profile fits.")
                              : tr("profiles: %1.").arg(profiles.join(QStringLiteral(", "))));
    if (found.faulty > 0)
        text += QLatin1Char(' ')
            + tr("%n lines are not understood.", nullptr, static_cast<int>(found.faulty));
    showFinding(profiles.isEmpty() || found.faulty > 0 ? Status::warning : Status::good, text);
}

void ConnectDialog::save()
{
    takeCredentials();
    if (const QString why = problem(); !why.isEmpty()) {
        markWrong(*m_ui->url, !urlProblem().isEmpty());
        showFinding(Status::bad, why);
        (urlProblem().isEmpty() ? m_ui->test->setFocus() : m_ui->url->setFocus());
        return;
    }
    accept();
}

QString ConnectDialog::problem() const
{
    if (const QString wrong = urlProblem(); !wrong.isEmpty())
        return wrong;
    if (kind() == TargetKind::json && m_ui->numbers->chosen().empty())
        return tr("No number is chosen. Test the connection, then tick the numbers to keep.");
    return {};
}

void ConnectDialog::takeCredentials()
{
    QUrl typed = url();
    if (typed.userInfo().isEmpty())
        return;
    if (kind() != TargetKind::service) {
        m_ui->authentication->setCurrentIndex(
            m_ui->authentication->findData(QVariant::fromValue(Authentication::basic)));
        m_ui->user->setText(typed.userName(QUrl::FullyDecoded));
    }
    m_ui->token->setText(typed.password(QUrl::FullyDecoded));
    typed.setUserInfo({});
    m_ui->url->setText(typed.toString());
}

void ConnectDialog::followKind()
{
    const bool isService = kind() == TargetKind::service;
    const bool hasToken = isService || authentication() != Authentication::none;
    const bool isBasic = !isService && authentication() == Authentication::basic;
    QFormLayout &form = *m_ui->form;
    form.setRowVisible(m_ui->authentication, !isService);
    form.setRowVisible(m_ui->user, isBasic);
    form.setRowVisible(m_ui->token, hasToken);
    form.setRowVisible(m_ui->headers, !isService);
    form.setRowVisible(m_ui->numbers, kind() == TargetKind::json);
    form.setRowVisible(m_ui->interval, !isService);
    m_ui->tokenLabel->setText(isBasic ? tr("&Password") : tr("&Token"));
    m_ui->token->setAccessibleName(isBasic ? tr("Password") : tr("Token of the service"));
    m_ui->token->setPlaceholderText(
        isService ? tr("From the service's administrator, or its admin.token") : QString());
    m_ui->url->setPlaceholderText(kind() == TargetKind::metrics
            ? QStringLiteral("http://10.0.0.7:9100/metrics")
            : kind() == TargetKind::json ? QStringLiteral("https://art.example.org/cache/stats")
                                         : QStringLiteral("https://art.example.org"));
    validate();
    fit();
}

/// To what is shown: a window with texts that wrap does not follow them by itself.
void ConnectDialog::fit()
{
    const QPoint middle = geometry().center();
    adjustSize();
    if (isVisible()) // It grows to all sides, so that it stays on the screen.
        move(pos() + middle - geometry().center());
}

void ConnectDialog::validate()
{
    m_probe.reset();
    m_ui->test->setEnabled(true);
    const bool isTyped = !m_ui->url->text().isEmpty();
    const QString problem = isTyped ? urlProblem() : QString();
    markWrong(*m_ui->url, !problem.isEmpty());
    m_ui->name->setPlaceholderText(url().host());
    if (!problem.isEmpty())
        showFinding(Status::warning, problem);
    else if (isTyped && url().scheme() == QLatin1String("http") && !isLoopback(url())
        && (kind() == TargetKind::service || authentication() != Authentication::none))
        showFinding(Status::warning,
            tr("Without https token and password travel readable for everybody on the way."));
    else
        showFinding(Status::unknown, {});
}

void ConnectDialog::showFinding(Status status, const QString &text)
{
    m_ui->findingMark->setStatus(status);
    m_ui->findingMark->setVisible(!text.isEmpty());
    m_ui->findingText->setText(text);
    m_ui->findingText->setAccessibleName(text);
    if (layout()->totalHeightForWidth(width()) > height())
        fit();
}

void ConnectDialog::showHealth(const contract::Health &health)
{
    if (!health.version) {
        showFinding(Status::warning,
            m_ui->token->text().isEmpty()
                ? tr("A service answers. Without a token it tells nothing but its status.")
                : tr("A service answers, but this token may not read from it."));
        return;
    }
    const QString found = tr("Version %1 answers.").arg(QString::fromStdString(*health.version));
    const QString demo =
        health.demo.value_or(false) ? QLatin1Char(' ') + tr("It runs demo traffic.") : QString();
    showFinding(health.status == contract::HealthStatus::pass ? Status::good : Status::warning,
        found + QLatin1Char(' ') + healthWord(health.status) + demo);
}

void ConnectDialog::offerKinds()
{
    const QSignalBlocker quiet(m_ui->kind);
    const int chosen = std::max(m_ui->kind->currentIndex(), 0);
    m_ui->kind->clear();
    m_ui->kind->addItem(tr("Pult service"), QVariant::fromValue(TargetKind::service));
    m_ui->kind->addItem(tr("Prometheus metrics"), QVariant::fromValue(TargetKind::metrics));
    m_ui->kind->addItem(tr("JSON numbers"), QVariant::fromValue(TargetKind::json));
    m_ui->kind->setCurrentIndex(chosen);
}

void ConnectDialog::offerAuthentications()
{
    const QSignalBlocker quiet(m_ui->authentication);
    const int chosen = std::max(m_ui->authentication->currentIndex(), 0);
    m_ui->authentication->clear();
    m_ui->authentication->addItem(tr("Open"), QVariant::fromValue(Authentication::none));
    m_ui->authentication->addItem(
        tr("User and password"), QVariant::fromValue(Authentication::basic));
    m_ui->authentication->addItem(tr("Token"), QVariant::fromValue(Authentication::bearer));
    m_ui->authentication->setCurrentIndex(chosen);
}

void ConnectDialog::offerPlaces(bool hasKeychain)
{
    const SecretPlace chosen = m_ui->place->count() > 0 ? secretPlace() : SecretPlace::keychain;
    m_ui->place->clear();
    if (hasKeychain)
        m_ui->place->addItem({}, QVariant::fromValue(SecretPlace::keychain));
    m_ui->place->addItem({}, QVariant::fromValue(SecretPlace::file));
    m_ui->place->addItem({}, QVariant::fromValue(SecretPlace::session));
    m_ui->placeNote->setVisible(!hasKeychain);
    retranslatePlaces();
    setSecretPlace(chosen);
    fit();
}

void ConnectDialog::retranslatePlaces()
{
    for (int i = 0; i < m_ui->place->count(); ++i) {
        const auto place = m_ui->place->itemData(i).value<SecretPlace>();
        m_ui->place->setItemText(i,
            place == SecretPlace::keychain   ? tr("In the desktop's keychain")
                : place == SecretPlace::file ? tr("In a file that only you can read")
                                             : tr("Only until Pult ends"));
    }
}

QUrl ConnectDialog::url() const
{
    const QString text = m_ui->url->text().trimmed();
    return QUrl(text.contains(QLatin1String("://")) ? text : QStringLiteral("http://") + text,
        QUrl::StrictMode);
}

QString ConnectDialog::urlProblem() const
{
    const QUrl typed = url();
    if (m_ui->url->text().trimmed().isEmpty())
        return tr("The address is missing. Example: %1")
            .arg(QStringLiteral("http://127.0.0.1:8080"));
    if (typed.scheme() != QLatin1String("http") && typed.scheme() != QLatin1String("https"))
        return tr("The address begins with http:// or https://.");
    if (!typed.isValid() || typed.host().isEmpty())
        return tr("This is not an address. Example: %1")
            .arg(QStringLiteral("http://127.0.0.1:8080"));
    return {};
}

} // namespace pult::pages
