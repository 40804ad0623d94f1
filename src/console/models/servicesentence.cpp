// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/servicesentence.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <QCoreApplication>
#include <QRegularExpression>

namespace pult::models {

namespace {

/// Word for word, but for what %1 to %4 stand for, in the order in which they are said.
constexpr const char *kKnownSentences[] = {
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be a number"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be a text"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be true or false"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be an object"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be an array"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be one of: %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be from %1 to %2"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be given"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be given, and at least %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must have %1 to %2 bytes"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must have at most %1 bytes"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must not hold NUL characters"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "Must be above 0 and at most %1 seconds, the limit of this kind"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Differs from the kind in the address"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Is not a cursor of this list"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "There is no such member"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "A %1 takes no such parameter"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Is not base64 (RFC 4648, with padding)"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "Must be a TGS file (a gzipped Lottie animation) in base64"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Is not taken together with tgs"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Is taken only together with tgs"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "There is no such group"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "There is no such setting"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 fields are wrong"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Not valid JSON at byte %1: %2"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "Unexpected text behind the JSON at byte %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Send: Authorization: Bearer TOKEN"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "This token is not known here"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "This needs the role %1; the token has %2"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "There is nothing at this address"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Allowed here: %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "There is no such job"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "There is no job %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "There is no revision %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The job is %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The job has no result: it is %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The job is being retried already"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The idempotency key was used with another request"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The configuration is at revision %1, not %2: read it again, then decide"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The body is larger than this service takes"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The request took too long to arrive"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "Too many connections are open: try again soon"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "Over the limit \"%1\" of %2 in %3 s: try again in %4 s"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The service is shutting down"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The queue is full: %1 jobs wait"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The store does not work now: %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The database refused: %1"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The database gave the transaction up; is the disk full?"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The data directory cannot be written"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "That failed here; the log says why"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The service answered with HTTP status %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The service sends the request elsewhere; connect to that address instead"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The job was cancelled"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The job took longer than its time limit"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "This attempt was made to fail by synthetic.failure_ratio"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The service stopped while the job ran"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The TGS file is no whole gzip: it is cut off"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The TGS file is no whole gzip: it is damaged"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The TGS file is no whole gzip: something stands behind its end"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The TGS file expands to more than %1 MiB"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The TGS file holds no Lottie animation: it is not JSON"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The TGS file holds no Lottie animation: it is not an object"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The TGS file holds no Lottie animation: it is nested more than %1 levels deep"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The TGS file holds no Lottie animation: it ends before its first frame"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The TGS file holds no Lottie animation: \"%1\" is missing"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The TGS file holds no Lottie animation that rlottie can draw"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The animation's \"%1\" is %2; it must be from %3 to %4"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The animation has %1 frames, %2 s; at most %3 s are rendered"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The animation uses pictures; stickers are drawn from shapes alone"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The animation amounts to more than %1 layers"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "A composition of the animation contains itself: it would never end"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "There is no frame %1: the animation has %2, counted from 0"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "This needs more than %1 MiB of memory, the limit of a CPU process "
        "(workers.cpu_memory_bytes)"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The work took all its processor time"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The CPU process that worked on this died of %1; others are not affected"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The CPU process that worked on this ended with code %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "A CPU process cannot be started: %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 jobs wait for a CPU process"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The result is too large"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "draining"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "paused"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "backing off until %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "there are no %1 slots"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "it is next"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "1 job before it"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 jobs before it"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "the only %1 slot is busy, %2"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "all %1 %2 slots are busy, %3"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The queue is nearly full: new jobs will be refused"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 is paused with %2 jobs waiting"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 has no slots and %2 jobs waiting"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The data directory does not answer"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The disk of the data directory is nearly full"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The disk of the data directory is full: no new jobs until there is room"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The result of this job was lost"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "Nearly as many connections are open as may be: new ones will be refused"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "%1 requests to providers wait for a connection"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "%1 jobs that began before the change still run"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "%1 processes from before the change are still at work"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "%1 connections from before the change are still open"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Requests are held to another limit"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The host is short of memory"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The store answers slowly"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Many jobs of the last minute failed"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The host has little time left"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "%1 users at once: %2 threads, %3 connections"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "%1 users at once: %2 threads, %3 connections, and more instances behind a load balancer"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be given while %1 is %2"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Is not set here, only shown"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "Must be an address such as https://api.example.com/v1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be a name without spaces"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "Must be the id of an endpoint: letters, digits, - and _"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "Must be a path that begins with /, or empty"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Must be at least %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "provider %1 is down, next try at %2"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "provider %1 is being tried with one job"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "It is down, next try at %1: %2"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "It answers again and is being tried with one job"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Nothing answers at %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The certificate of %1 is not trusted (%2); if an authority of your own signed it, name "
        "that authority's file in upstream.ca_file"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "upstream.ca_file cannot be read, or holds no certificate"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 broke the connection off"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "No connection for %1 came free within %2 s (upstream.pool_timeout_s): raise "
        "upstream.max_connections or upstream.per_host, or take slots away"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "No connection to %1 within %2 s (upstream.connect_timeout_s)"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "%1 took no byte of the request for %2 s (upstream.write_timeout_s)"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "%1 sent no byte for %2 s (upstream.read_timeout_s)"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "%1 leads into a private network; nothing is fetched from there"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The result lies at %1 without TLS; it is not fetched"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 does not accept the key (401)"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "%1 wants a key (401) and there is none for it: %2"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "There is no key for %1: %2"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "put it into the file %1, or into the environment as %2"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 answered %2"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 answered %2: %3"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "%1 sends requests elsewhere (%2): correct its address in the settings"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "RunPod's worker failed: %1"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "Somebody cancelled the job on RunPod's side"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "Set runpod.%1_endpoint to generate this kind"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "RunPod no longer knows the job"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "RunPod answered without an id for the job"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The worker's output holds no %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "picture or clip"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The provider's answer is no JSON"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The server answered without a text"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The server answered without a picture"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The result is no picture or clip of a known kind"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The result is no base64"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "OpenAI-compatible servers make texts and pictures"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "a server that answers only when it is done is given up before the job's time is over"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "First start"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "start"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The settings file or the environment changed"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "default"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "file"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "environment"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "api"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1; %2"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 = %2 (%3)"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 is above %2: %3"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "a submission is a request too, so the lower limit decides"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "jobs of this kind run out of time when the synthetic provider serves them"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "in a minute the limit of a second admits fewer, so that one decides"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "a server that answers only when it is done is given up before the job's time is over"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "a host never gets more than all together"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "the job's time is over before a provider that cannot be reached is given up"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "the job's time is over before a connection comes free"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "jobs beyond that hold a slot and wait for a connection, until upstream.pool_timeout_s"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Threads from before the change sleep: %1"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The system lets the service have no more threads"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "Too many of the latest attempts failed: %1"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "No connection to the database came free in time"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "%1 reads wait for a connection to the database"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Back to revision %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 does not answer"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "%1 does not answer by https. If it has no TLS, connect by http."),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Nothing listens at %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "There is no host %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 closed the connection"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "No secure connection to %1: %2"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "%1 does not speak https: connect by http, or put TLS in front of it"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "No authority that this computer trusts has signed the certificate of %1. Add the one that "
        "signed it to this computer's trusted certificates, or give the service a certificate of a "
        "public authority."),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The certificate of %1 has expired. It must be renewed on the service's side."),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The certificate of %1 is not valid yet. Compare the clocks of this computer and the "
        "service."),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The certificate at %1 belongs to another name. Connect by the name that stands in it, or "
        "give the service a certificate for this one."),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The answer of %1 has more than %2 bytes"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The answer is not understood: %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The metrics are not understood: %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "A web page is at this address, neither metrics nor JSON. The address of metrics mostly "
        "ends in /metrics"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The schema describes no setting"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "Another console still runs the built-in service: once it has ended, start the service "
        "again"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The built-in service did not start in time"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "The built-in service can't be started; install Pult anew: %1"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The built-in service's token can't be read: %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The built-in service ended by itself"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "The built-in service ended by itself: %1"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceSentence", "The built-in service was killed by signal %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "No token is kept for this service"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence",
        "No secret service answers (GNOME Keyring or KWallet): %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "Keychain: %1"),
    QT_TRANSLATE_NOOP("pult::models::ServiceSentence", "%1 does not hold tokens"),
};

struct Pattern {
    const char *sentence;
    QRegularExpression expression;
};

Pattern patternOf(const char *sentence)
{
    static const QRegularExpression place(QStringLiteral("\\\\%\\d"));
    QString expression = QRegularExpression::escape(QString::fromUtf8(sentence));
    expression.replace(place, QStringLiteral("(.+?)"));
    return {sentence,
        QRegularExpression(QRegularExpression::anchoredPattern(expression),
            QRegularExpression::DotMatchesEverythingOption)};
}

const std::vector<Pattern> &patterns()
{
    static const std::vector<Pattern> made = [] {
        std::vector<Pattern> all;
        for (const char *sentence : kKnownSentences)
            all.push_back(patternOf(sentence));
        // The more is said in so many words, the less can it mean something else.
        std::ranges::sort(all, std::ranges::greater(),
            [](const Pattern &pattern) { return std::string_view(pattern.sentence).size(); });
        return all;
    }();
    return made;
}

/// In one pass: what is filled in may itself hold %1.
QString filled(const QString &text, const QStringList &values)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace = text[i] == u'%' && i + 1 < text.size() && text[i + 1].isDigit();
        if (isPlace)
            result += values.value(text[++i].digitValue());
        else
            result += text[i];
    }
    return result;
}

} // namespace

QString serviceSentence(const QString &english)
{
    for (const Pattern &pattern : patterns()) {
        const QRegularExpressionMatch match = pattern.expression.match(english);
        if (!match.hasMatch())
            continue;
        QStringList values = match.capturedTexts();
        for (qsizetype i = 1; i < values.size(); ++i)
            values[i] = serviceSentence(values[i]);
        return filled(
            QCoreApplication::translate("pult::models::ServiceSentence", pattern.sentence), values);
    }
    return english;
}

QString serviceSentence(const std::string &english)
{
    return serviceSentence(QString::fromStdString(english));
}

} // namespace pult::models
