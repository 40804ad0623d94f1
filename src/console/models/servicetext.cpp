// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/servicetext.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include <QCoreApplication>

namespace pult::models {

namespace {

/// What pultd says, word for word: translators find it here, and a test compares it with pultd.
[[maybe_unused]] constexpr const char *kKnown[] = {
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "HTTP front door"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Threads"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "Threads that serve HTTP; 0 takes one a core, but for one."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "One a core, but for one; by users at once: 1–10 → 2, 10–50 → 4, over 50 → 8"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Connections"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Connections held open at once; one more is answered 503 and closed."),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "4 × users at once, plus one for each event stream"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Keep-alive"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "How long an idle connection stays open for the next request."),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "Above the polling interval of the clients, usually 5 s"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Header timeout"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "How long a client may take to send the head of a request."),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "10 s stops slow-header attacks and harms nobody"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Body timeout"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "How long a client may take to send the body of a request."),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "body limit ÷ the slowest upload that you want to serve"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Graceful stop"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "How long a stop waits for running jobs before it puts them back into the queue."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "The p95 run time of the slowest kind"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Body limit"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "The largest request body; above it: 413."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "1 MiB is ample for prompts"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Job timeouts"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Text"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "The longest that one attempt may run; then the job has timed out."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "At least 2 × the p99 run time of the kind, and below every timeout in front of the "
        "service"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Image"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Video"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Sticker"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Worker slots"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "How many jobs of the kind run at once. Fewer: running jobs end, then the slot goes."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "slots = arrivals per second × mean run time in seconds ÷ 0.7, so that seven in ten are "
        "busy"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "CPU processes"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Processes for work that computes much, such as rendering sticker files; a crash of one "
        "costs one attempt of one job."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "One per core that may be busy with it, and at most the cores"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Memory of one"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "What one CPU process may take; work that needs more fails."),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "free memory ÷ CPU processes, and at most half of it"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Queue"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Depth limit"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Jobs that may wait, all kinds together; one more is answered 503."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "completions per second × the longest wait in seconds that makes sense"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Attempts"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "How often a job is run at most when its worker dies or the provider fails."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Kept results"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Kept for"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "How long an ended job and its result are kept; then both are removed."),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "The longest that a client may take to fetch its result"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Space"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "What ended jobs and their results may take on disk; above it the oldest are removed "
        "first."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "results per day × their mean size, and at most half of the free disk"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Result cache"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Memory"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "What the results kept in memory may take; above it those unused for longest go first; 0 "
        "keeps none."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "different results asked for in the time kept × their mean size"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "How long a result is answered again without the work."),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "As long as the same sticker is likely to be asked for again"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Rate limits"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Limits on"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Whether clients are limited at all."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Off only behind a proxy that limits"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Requests"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "Requests a second that one client may make in the long run."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "2 × the polling rate of the busiest client"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Requests at once"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Requests that one client may make at once."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "2 × the requests per second"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Submissions"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "Jobs a second that one client may submit in the long run."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "throughput of all slots ÷ clients at once"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Submissions at once"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Submissions a window"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Jobs of any kind that one client may submit in a window; 0 sets no such limit."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "submissions per second × the window, or less"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Window"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "The length of that window."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Jobs that one client may submit at once."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "2 × the submissions per second"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Texts a minute"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Submissions of the kind that one client may make in a minute; 0 sets no such limit."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "per minute = slots × 60 ÷ mean run time in seconds ÷ clients at once"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Images a minute"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Videos a minute"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Stickers a minute"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Providers"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Who generates this kind, from the next attempt on. A remote one needs its key, and its "
        "endpoint or model, first."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Failures until down"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "After so many failed attempts in a row a remote provider counts as down: its jobs wait."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "attempts"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "5, and more than a bad minute brings"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Database"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Connections that read the database and stay open; one more writes."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "As many as cores; one serves long searches, the others lookups"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "More under load"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Connections opened besides while reads wait, and closed when none does."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "As many as are kept"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "How long a read waits for a connection; then it is answered 503."),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "10 s; below the time that clients wait for an answer"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Renewed after"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "A connection that has been open for so long is opened anew before its next use, which "
        "gives its memory back."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "1800 s"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Connections a thread"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Connections held open at once for each thread that serves HTTP; the lower of this times "
        "the threads and of all connections decides."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "1000 to 10 000"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Failures among many"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "A remote provider also counts as down when this part of its latest 20 attempts failed, "
        "all within 5 minutes; 1 leaves it to failures in a row."),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "0.5, and above the part that fails on a usual day"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "First retry"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "How long after going down a provider is asked again whether it works."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "The time that a restart takes there"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Longest retry"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "The wait doubles with every failed retry, up to this."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "The longest that you want to wait after the provider works again"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "RunPod"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Address"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Where RunPod's serverless interface is."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "A key is kept for one address: another one needs another key"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Text endpoint"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "The id of the endpoint that generates this kind."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Image endpoint"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Video endpoint"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Sticker endpoint"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Key"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Whether there is a key for this address: from the file DATA/keys/api.runpod.ai (named "
        "after the address's host), or from PULT_RUNPOD_KEY."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "OpenAI-compatible server"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Where the server is, up to and with /v1."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Text model"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "The model that generates this kind, as the server calls it."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Image model"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Whether there is a key for this address: from the file DATA/keys/api.openai.com (named "
        "after the address's host), or from PULT_OPENAI_KEY."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Requests to providers"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Requests to providers under way at once; one more waits. Each has a connection of its "
        "own, but over HTTP/2 they share."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "slots of all remote kinds + 10"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Kept connections"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Connections that stay open for the next request; while more are open, one is closed after "
        "each request."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Half of the requests at once"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Requests at once to one host"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "The same for each host."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Slots of the kinds that this host serves, and within its rate limit"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "How long an idle connection is used again."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Below the keep-alive time of the provider"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Pool timeout"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "How long a request waits for its turn."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "The longest that a free slot may stand idle"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Connect timeout"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "How long finding, reaching and greeting a host may take."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "10 s"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Write timeout"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "How long a host may take no byte of the request."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "60 s"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Read timeout"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "How long a host may send no byte of the answer."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "Above the p99 run time of models that answer only when they are done"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "HTTP/2"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "Whether HTTP/2 is spoken with hosts that have it."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Off only for a host whose HTTP/2 is broken"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Authorities"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "A PEM file of the authorities to trust instead of the system's."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Only for hosts with certificates of your own"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Synthetic provider"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Text latency"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "How long the built-in provider takes for one, on top of the real work."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Image latency"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Video latency"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Sticker latency"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Jitter"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "How far a latency may be off, either way, as a part of it."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Failures"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText",
        "The part of attempts that fail on purpose, to see how the service copes."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Log"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Level"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "The least important records that are still written."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "info; debug while looking for a fault"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Low load"),
    QT_TRANSLATE_NOOP(
        "pult::models::ServiceText", "Under 100 requests a second: one small machine."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Medium load"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "100 to 500 requests a second."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "High load"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "Over 500 requests a second."),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "bytes"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "jobs/min"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "jobs/s"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "px"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "ratio"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "requests/s"),
    QT_TRANSLATE_NOOP("pult::models::ServiceText", "s"),
};

/// Units that a number stands in front of as of things.
constexpr const char *kCounted[] = {
    QT_TRANSLATE_N_NOOP("pult::models::ServiceText", "connections"),
    QT_TRANSLATE_N_NOOP("pult::models::ServiceText", "jobs"),
    QT_TRANSLATE_N_NOOP("pult::models::ServiceText", "processes"),
    QT_TRANSLATE_N_NOOP("pult::models::ServiceText", "requests"),
    QT_TRANSLATE_N_NOOP("pult::models::ServiceText", "runs"),
    QT_TRANSLATE_N_NOOP("pult::models::ServiceText", "threads"),
};

bool isCounted(const QByteArray &unit)
{
    return std::find(std::begin(kCounted), std::end(kCounted), unit) != std::end(kCounted);
}

} // namespace

QString serviceText(const QString &english)
{
    return english.isEmpty()
        ? english
        : QCoreApplication::translate("pult::models::ServiceText", english.toUtf8().constData());
}

QString unitText(const QString &unit, double number)
{
    const QByteArray english = unit.toUtf8();
    if (!isCounted(english))
        return serviceText(unit);
    const double most = std::numeric_limits<int>::max();
    return QCoreApplication::translate("pult::models::ServiceText", english.constData(), nullptr,
        static_cast<int>(std::min(std::abs(number), most)));
}

} // namespace pult::models
