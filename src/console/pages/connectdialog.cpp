// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/connectdialog.h"

#include <QEvent>
#include <QHostAddress>
#include <QPushButton>
#include <QStyle>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "console/settings/secretstore.h"
#include "ui_connectdialog.h"

namespace pult::pages {
namespace {

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
    offerPlaces(true);
    keychain.read("pult", this, [this](const Result<QByteArray> &answer) {
        offerPlaces(answer.has_value() || answer.error().code == ErrorCode::notFound);
    });
    connect(m_ui->test, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(m_ui->save, &QPushButton::clicked, this, &ConnectDialog::save);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->url, &QLineEdit::textChanged, this, &ConnectDialog::validate);
    connect(m_ui->token, &QLineEdit::textChanged, this, &ConnectDialog::validate);
    validate();
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::setAddress(const live::ServiceAddress &address)
{
    m_id = address.id;
    m_ui->url->setText(address.url.toString());
    m_ui->token->setText(QString::fromUtf8(address.token));
    m_ui->name->setText(QString::fromStdString(address.name));
    setWindowTitle(tr("Edit %1").arg(m_ui->name->text()));
    m_ui->save->setText(tr("Save"));
    m_ui->save->setAccessibleName(tr("Save"));
}

live::ServiceAddress ConnectDialog::address() const
{
    const QString name = m_ui->name->text().trimmed();
    return {m_id, (name.isEmpty() ? url().host() : name).toStdString(), url(),
        m_ui->token->text().trimmed().toUtf8()};
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
        retranslatePlaces();
        validate();
    }
    QDialog::changeEvent(event);
}

void ConnectDialog::test()
{
    if (const QString problem = urlProblem(); !problem.isEmpty()) {
        markWrong(*m_ui->url, true);
        showFinding(Status::bad, problem);
        return;
    }
    m_probe = std::make_unique<QObject>();
    m_ui->test->setEnabled(false);
    showFinding(Status::unknown, tr("Asking %1…").arg(url().host()));
    m_services.probe(address(), m_probe.get(), [this](const Result<contract::Health> &answer) {
        m_ui->test->setEnabled(true);
        if (answer)
            showHealth(*answer);
        else
            showFinding(Status::bad, models::problemText(answer.error()));
    });
}

void ConnectDialog::save()
{
    if (const QString problem = urlProblem(); !problem.isEmpty()) {
        markWrong(*m_ui->url, true);
        showFinding(Status::bad, problem);
        m_ui->url->setFocus();
        return;
    }
    accept();
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
    else if (isTyped && url().scheme() == QLatin1String("http") && !isLoopback(url()))
        showFinding(Status::warning,
            tr("Without https the token travels readable for everybody on the way."));
    else
        showFinding(Status::unknown, {});
}

void ConnectDialog::showFinding(Status status, const QString &text)
{
    m_ui->findingMark->setStatus(status);
    m_ui->findingMark->setVisible(!text.isEmpty());
    m_ui->findingText->setText(text);
    m_ui->findingText->setAccessibleName(text);
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
