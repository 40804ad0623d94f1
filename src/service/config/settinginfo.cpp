// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/settinginfo.h"

#include <algorithm>
#include <array>

namespace pult::service {

namespace {

using contract::Applies;

constexpr double kMiB = 1024.0 * 1024.0;

constexpr std::array<std::string_view, 5> kLogLevels{"trace", "debug", "info", "warn", "error"};

constexpr std::array<std::string_view, 3> kPictureProviders{"synthetic", "runpod", "openai"};
constexpr std::array<std::string_view, 2> kClipProviders{"synthetic", "runpod"};
constexpr std::array<std::string_view, 2> kSecretStates{"set", "unset"};

// Not by std::regex: g++ 12 sees uninitialised values in it when the sanitizers are on.
bool isWebAddress(std::string_view text)
{
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme))
            continue;
        const std::string_view rest = text.substr(scheme.size());
        const std::string_view host = rest.substr(0, rest.find('/'));
        return !host.empty() && host.find('@') == std::string_view::npos
            && rest.find_first_of(" \t\n\v\f\r?#") == std::string_view::npos;
    }
    return false;
}

bool isName(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '!' && c <= '~'; });
}

bool isEndpoint(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_';
    });
}

bool isPathOrEmpty(std::string_view text)
{
    return text.empty()
        || (text.front() == '/' && text.find_first_of("\r\n") == std::string_view::npos);
}

constexpr TextForm kWebAddressForm{"https?://[^\\s/?#@]+(/[^\\s?#]*)?",
    "Must be an address such as https://api.example.com/v1", &isWebAddress};
constexpr TextForm kNameForm{"[!-~]*", "Must be a name without spaces", &isName};
constexpr TextForm kEndpointForm{
    "[A-Za-z0-9_-]*", "Must be the id of an endpoint: letters, digits, - and _", &isEndpoint};
constexpr TextForm kPathForm{
    "(/.*)?", "Must be a path that begins with /, or empty", &isPathOrEmpty};

constexpr std::array kGroups{
    GroupInfo{"http", "HTTP front door"},
    GroupInfo{"timeouts", "Job timeouts"},
    GroupInfo{"workers", "Worker slots"},
    GroupInfo{"queue", "Queue"},
    GroupInfo{"results", "Kept results"},
    GroupInfo{"database", "Database"},
    GroupInfo{"cache", "Result cache"},
    GroupInfo{"rate_limits", "Rate limits"},
    GroupInfo{"providers", "Providers"},
    GroupInfo{"runpod", "RunPod"},
    GroupInfo{"openai", "OpenAI-compatible server"},
    GroupInfo{"upstream", "Requests to providers"},
    GroupInfo{"synthetic", "Synthetic provider"},
    GroupInfo{"log", "Log"},
};

constexpr std::string_view kSlotAdvice =
    "slots = arrivals per second × mean run time in seconds ÷ 0.7, so that seven in ten are busy";
constexpr std::string_view kTimeoutAdvice =
    "At least 2 × the p99 run time of the kind, and below every timeout in front of the service";
constexpr std::string_view kPerMinuteDescription =
    "Submissions of the kind that one client may make in a minute; 0 sets no such limit.";
constexpr std::string_view kPerMinuteAdvice =
    "per minute = slots × 60 ÷ mean run time in seconds ÷ clients at once";
constexpr std::string_view kLatencyDescription =
    "How long the built-in provider takes for one, on top of the real work.";

constexpr SettingInfo timeout(std::string_view path, std::string_view title)
{
    return {path, title, "The longest that one attempt may run; then the job has timed out.", "s",
        0.1, 86'400, {}, Applies::live, kTimeoutAdvice};
}

constexpr SettingInfo slots(std::string_view path, std::string_view title)
{
    return {path, title,
        "How many jobs of the kind run at once. Fewer: running jobs end, then the slot goes.",
        "jobs", 0, 1000, {}, Applies::live, kSlotAdvice};
}

constexpr SettingInfo perMinute(std::string_view path, std::string_view title)
{
    return {path, title, kPerMinuteDescription, "jobs/min", 0, 100'000, {}, Applies::live,
        kPerMinuteAdvice};
}

constexpr SettingInfo latency(std::string_view path, std::string_view title)
{
    return {path, title, kLatencyDescription, "s", 0, 3600, {}, Applies::live, ""};
}

constexpr SettingInfo provider(
    std::string_view path, std::string_view title, std::span<const std::string_view> choices)
{
    return {path, title,
        "Who generates this kind, from the next attempt on. A remote one needs its key, and its "
        "endpoint or model, first.",
        "", {}, {}, choices, Applies::live, ""};
}

constexpr SettingInfo webAddress(std::string_view path, std::string_view description)
{
    return {path, "Address", description, "", {}, {}, {}, Applies::live,
        "A key is kept for one address: another one needs another key", &kWebAddressForm};
}

constexpr SettingInfo endpoint(std::string_view path, std::string_view title)
{
    return {path, title, "The id of the endpoint that generates this kind.", "", {}, {}, {},
        Applies::live, "", &kEndpointForm};
}

constexpr SettingInfo model(std::string_view path, std::string_view title)
{
    return {path, title, "The model that generates this kind, as the server calls it.", "", {}, {},
        {}, Applies::live, "", &kNameForm};
}

constexpr SettingInfo phaseLimit(std::string_view path, std::string_view title,
    std::string_view description, std::string_view advice)
{
    return {path, title, description, "s", 0.05, 3600, {}, Applies::live, advice};
}

constexpr SettingInfo key(std::string_view path, std::string_view description)
{
    return {path, "Key", description, "", {}, {}, kSecretStates, Applies::live, ""};
}

constexpr std::array kSecrets{
    key("runpod.key",
        "Whether there is a key for this address: from the file DATA/keys/api.runpod.ai (named "
        "after the address's host), or from PULT_RUNPOD_KEY."),
    key("openai.key",
        "Whether there is a key for this address: from the file DATA/keys/api.openai.com (named "
        "after the address's host), or from PULT_OPENAI_KEY."),
};

constexpr std::array kSettings{
    SettingInfo{"http.workers", "Threads",
        "Threads that serve HTTP; 0 takes one a core, but for one.", "threads", 0, 256, {},
        Applies::live,
        "One a core, but for one; by users at once: 1–10 → 2, 10–50 → 4, over 50 → 8"},
    SettingInfo{"http.max_connections", "Connections",
        "Connections held open at once; one more is answered 503 and closed.", "connections", 1,
        100'000, {}, Applies::live, "4 × users at once, plus one for each event stream"},
    SettingInfo{"http.connections_per_worker", "Connections a thread",
        "Connections held open at once for each thread that serves HTTP; the lower of this times "
        "the threads and of all connections decides.",
        "connections", 1, 100'000, {}, Applies::live, "1000 to 10 000"},
    SettingInfo{"http.keep_alive_s", "Keep-alive",
        "How long an idle connection stays open for the next request.", "s", 1, 3600, {},
        Applies::live, "Above the polling interval of the clients, usually 5 s"},
    SettingInfo{"http.request_header_timeout_s", "Header timeout",
        "How long a client may take to send the head of a request.", "s", 0.1, 300, {},
        Applies::live, "10 s stops slow-header attacks and harms nobody"},
    SettingInfo{"http.request_body_timeout_s", "Body timeout",
        "How long a client may take to send the body of a request.", "s", 0.1, 3600, {},
        Applies::live, "body limit ÷ the slowest upload that you want to serve"},
    SettingInfo{"http.graceful_timeout_s", "Graceful stop",
        "How long a stop waits for running jobs before it puts them back into the queue.", "s", 0,
        3600, {}, Applies::live, "The p95 run time of the slowest kind"},
    SettingInfo{"http.body_max_bytes", "Body limit", "The largest request body; above it: 413.",
        "bytes", 1024, 64 * kMiB, {}, Applies::live, "1 MiB is ample for prompts"},
    timeout("timeouts.text_s", "Text"),
    timeout("timeouts.image_s", "Image"),
    timeout("timeouts.video_s", "Video"),
    timeout("timeouts.sticker_s", "Sticker"),
    slots("workers.text", "Text"),
    slots("workers.image", "Image"),
    slots("workers.video", "Video"),
    slots("workers.sticker", "Sticker"),
    SettingInfo{"workers.cpu_processes", "CPU processes",
        "Processes for work that computes much, such as rendering sticker files; a crash of one "
        "costs one attempt of one job.",
        "processes", 1, 256, {}, Applies::live,
        "One per core that may be busy with it, and at most the cores"},
    SettingInfo{"workers.cpu_memory_bytes", "Memory of one",
        "What one CPU process may take; work that needs more fails.", "bytes", 128 * kMiB,
        16 * 1024 * kMiB, {}, Applies::live, "free memory ÷ CPU processes, and at most half of it"},
    SettingInfo{"queue.max_depth", "Depth limit",
        "Jobs that may wait, all kinds together; one more is answered 503.", "jobs", 1, 1'000'000,
        {}, Applies::live, "completions per second × the longest wait in seconds that makes sense"},
    SettingInfo{"queue.max_attempts", "Attempts",
        "How often a job is run at most when its worker dies or the provider fails.", "runs", 1, 20,
        {}, Applies::live, "3"},
    SettingInfo{"results.keep_s", "Kept for",
        "How long an ended job and its result are kept; then both are removed.", "s", 60,
        365 * 86'400, {}, Applies::live, "The longest that a client may take to fetch its result"},
    SettingInfo{"results.max_bytes", "Space",
        "What ended jobs and their results may take on disk; above it the oldest are removed "
        "first.",
        "bytes", kMiB, kMiB *kMiB, {}, Applies::live,
        "results per day × their mean size, and at most half of the free disk"},
    SettingInfo{"database.pool_size", "Connections",
        "Connections that read the database and stay open; one more writes.", "connections", 1, 500,
        {}, Applies::live, "As many as cores; one serves long searches, the others lookups"},
    SettingInfo{"database.max_overflow", "More under load",
        "Connections opened besides while reads wait, and closed when none does.", "connections", 0,
        500, {}, Applies::live, "As many as are kept"},
    SettingInfo{"database.pool_timeout_s", "Pool timeout",
        "How long a read waits for a connection; then it is answered 503.", "s", 0.05, 3600, {},
        Applies::live, "10 s; below the time that clients wait for an answer"},
    SettingInfo{"database.pool_recycle_s", "Renewed after",
        "A connection that has been open for so long is opened anew before its next use, which "
        "gives its memory back.",
        "s", 1, 86'400, {}, Applies::live, "1800 s"},
    SettingInfo{"cache.max_bytes", "Memory",
        "What the results kept in memory may take; above it those unused for longest go first; 0 "
        "keeps none.",
        "bytes", 0, 64 * 1024 * kMiB, {}, Applies::live,
        "different results asked for in the time kept × their mean size"},
    SettingInfo{"cache.ttl_s", "Kept for", "How long a result is answered again without the work.",
        "s", 1, 30 * 86'400, {}, Applies::live,
        "As long as the same sticker is likely to be asked for again"},
    SettingInfo{"rate_limits.enabled", "Limits on", "Whether clients are limited at all.", "", {},
        {}, {}, Applies::live, "Off only behind a proxy that limits"},
    SettingInfo{"rate_limits.general_per_s", "Requests",
        "Requests a second that one client may make in the long run.", "requests/s", 0.01, 100'000,
        {}, Applies::live, "2 × the polling rate of the busiest client"},
    SettingInfo{"rate_limits.general_burst", "Requests at once",
        "Requests that one client may make at once.", "requests", 1, 1'000'000, {}, Applies::live,
        "2 × the requests per second"},
    SettingInfo{"rate_limits.submit_per_s", "Submissions",
        "Jobs a second that one client may submit in the long run.", "jobs/s", 0.01, 100'000, {},
        Applies::live, "throughput of all slots ÷ clients at once"},
    SettingInfo{"rate_limits.submit_burst", "Submissions at once",
        "Jobs that one client may submit at once.", "jobs", 1, 1'000'000, {}, Applies::live,
        "2 × the submissions per second"},
    SettingInfo{"rate_limits.window_requests", "Submissions a window",
        "Jobs of any kind that one client may submit in a window; 0 sets no such limit.", "jobs", 0,
        1'000'000, {}, Applies::live, "submissions per second × the window, or less"},
    SettingInfo{"rate_limits.window_s", "Window", "The length of that window.", "s", 1, 86'400, {},
        Applies::live, ""},
    perMinute("rate_limits.text_per_minute", "Texts a minute"),
    perMinute("rate_limits.image_per_minute", "Images a minute"),
    perMinute("rate_limits.video_per_minute", "Videos a minute"),
    perMinute("rate_limits.sticker_per_minute", "Stickers a minute"),
    provider("providers.text", "Text", kPictureProviders),
    provider("providers.image", "Image", kPictureProviders),
    provider("providers.video", "Video", kClipProviders),
    provider("providers.sticker", "Sticker", kClipProviders),
    SettingInfo{"providers.max_failures", "Failures until down",
        "After so many failed attempts in a row a remote provider counts as down: its jobs wait.",
        "attempts", 1, 1000, {}, Applies::live, "5, and more than a bad minute brings"},
    SettingInfo{"providers.max_failure_ratio", "Failures among many",
        "A remote provider also counts as down when this part of its latest 20 attempts failed, "
        "all within 5 minutes; 1 leaves it to failures in a row.",
        "ratio", 0.05, 1, {}, Applies::live, "0.5, and above the part that fails on a usual day"},
    SettingInfo{"providers.first_retry_s", "First retry",
        "How long after going down a provider is asked again whether it works.", "s", 0.05, 3600,
        {}, Applies::live, "The time that a restart takes there"},
    SettingInfo{"providers.longest_retry_s", "Longest retry",
        "The wait doubles with every failed retry, up to this.", "s", 0.05, 86'400, {},
        Applies::live, "The longest that you want to wait after the provider works again"},
    webAddress("runpod.base_url", "Where RunPod's serverless interface is."),
    endpoint("runpod.text_endpoint", "Text endpoint"),
    endpoint("runpod.image_endpoint", "Image endpoint"),
    endpoint("runpod.video_endpoint", "Video endpoint"),
    endpoint("runpod.sticker_endpoint", "Sticker endpoint"),
    webAddress("openai.base_url", "Where the server is, up to and with /v1."),
    model("openai.text_model", "Text model"),
    model("openai.image_model", "Image model"),
    SettingInfo{"upstream.max_connections", "Requests at once",
        "Requests to providers under way at once; one more waits. Each has a connection of its "
        "own, but over HTTP/2 they share.",
        "requests", 1, 10'000, {}, Applies::live, "slots of all remote kinds + 10"},
    SettingInfo{"upstream.max_keepalive", "Kept connections",
        "Connections that stay open for the next request; while more are open, one is closed after "
        "each request.",
        "connections", 0, 10'000, {}, Applies::live, "Half of the requests at once"},
    SettingInfo{"upstream.per_host", "Requests at once to one host", "The same for each host.",
        "requests", 1, 10'000, {}, Applies::live,
        "Slots of the kinds that this host serves, and within its rate limit"},
    SettingInfo{"upstream.keepalive_expiry_s", "Keep-alive",
        "How long an idle connection is used again.", "s", 0, 3600, {}, Applies::live,
        "Below the keep-alive time of the provider"},
    phaseLimit("upstream.pool_timeout_s", "Pool timeout", "How long a request waits for its turn.",
        "The longest that a free slot may stand idle"),
    phaseLimit("upstream.connect_timeout_s", "Connect timeout",
        "How long finding, reaching and greeting a host may take.", "10 s"),
    phaseLimit("upstream.write_timeout_s", "Write timeout",
        "How long a host may take no byte of the request.", "60 s"),
    phaseLimit("upstream.read_timeout_s", "Read timeout",
        "How long a host may send no byte of the answer.",
        "Above the p99 run time of models that answer only when they are done"),
    SettingInfo{"upstream.http2", "HTTP/2", "Whether HTTP/2 is spoken with hosts that have it.", "",
        {}, {}, {}, Applies::live, "Off only for a host whose HTTP/2 is broken"},
    SettingInfo{"upstream.ca_file", "Authorities",
        "A PEM file of the authorities to trust instead of the system's.", "", {}, {}, {},
        Applies::live, "Only for hosts with certificates of your own", &kPathForm},
    latency("synthetic.text_latency_s", "Text latency"),
    latency("synthetic.image_latency_s", "Image latency"),
    latency("synthetic.video_latency_s", "Video latency"),
    latency("synthetic.sticker_latency_s", "Sticker latency"),
    SettingInfo{"synthetic.jitter_ratio", "Jitter",
        "How far a latency may be off, either way, as a part of it.", "ratio", 0, 1, {},
        Applies::live, ""},
    SettingInfo{"synthetic.failure_ratio", "Failures",
        "The part of attempts that fail on purpose, to see how the service copes.", "ratio", 0, 1,
        {}, Applies::live, ""},
    SettingInfo{"log.level", "Level", "The least important records that are still written.", "", {},
        {}, kLogLevels, Applies::live, "info; debug while looking for a fault"},
};

} // namespace

std::span<const SettingInfo> settingInfos()
{
    return kSettings;
}

std::span<const GroupInfo> groupInfos()
{
    return kGroups;
}

std::span<const SettingInfo> secretInfos()
{
    return kSecrets;
}

const SettingInfo *findSettingInfo(std::string_view path)
{
    const auto found = std::find_if(kSettings.begin(), kSettings.end(),
        [path](const SettingInfo &info) { return info.path == path; });
    return found == kSettings.end() ? nullptr : &*found;
}

} // namespace pult::service
