// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/configroutes.h"

#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "service/config/presets.h"
#include "service/config/settingsdiff.h"
#include "service/config/settingsschema.h"
#include "service/http/reply.h"
#include "service/workers/storefailure.h"

namespace pult::service {

namespace {

constexpr std::int64_t kMostUsers = 1'000'000;
constexpr std::size_t kMaxReasonBytes = 1000;

std::string revisionTag(std::int64_t revision)
{
    return fmt::format("\"{}\"", revision);
}

Response withRevision(Response response, std::int64_t revision)
{
    response.headers.add("ETag", revisionTag(revision));
    return response;
}

/// The revision that a change was made from. Errors: none is told by an empty optional.
Result<std::int64_t> ifMatch(const Request &request, const LiveConfig &config)
{
    std::string_view tag = request.headers.value("If-Match");
    if (tag == "*")
        return config.revision();
    std::int64_t revision = 0;
    if (tag.size() > 2 && tag.front() == '"' && tag.back() == '"') {
        tag = tag.substr(1, tag.size() - 2);
        const auto [end, error] = std::from_chars(tag.data(), tag.data() + tag.size(), revision);
        if (error == std::errc() && end == tag.data() + tag.size())
            return revision;
    }
    return fail(ErrorCode::stale, "If-Match is no revision of this configuration");
}

Result<std::string> changeReason(const Request &request)
{
    const std::string reason(request.target.parameter("reason").value_or(""));
    if (reason.size() > kMaxReasonBytes)
        return fail(ErrorCode::invalidArgument, "?reason= must have at most 1000 bytes");
    return reason;
}

Response preconditionRequired()
{
    return problemResponse(
        428, "Send If-Match with the ETag of the configuration that you have read");
}

Result<LiveConfig::Patch> patchFrom(const Request &request, const LiveConfig &config)
{
    LiveConfig::Patch patch;
    auto body = jsonBody(request);
    const auto revision = ifMatch(request, config);
    const auto dryRun = flagParameter(request, "dry_run");
    auto reason = changeReason(request);
    if (!body || !dryRun)
        return tl::unexpected(!body ? body.error() : dryRun.error());
    if (!revision || !reason)
        return tl::unexpected(!revision ? revision.error() : reason.error());
    patch.body = std::move(*body);
    patch.ifRevision = *revision;
    patch.dryRun = *dryRun;
    patch.reason = std::move(*reason);
    patch.actor = request.identity->name;
    return patch;
}

Response answerChange(const Result<contract::ConfigPatchReport> &report)
{
    return report ? withRevision(respond(report), report->revision)
                  : problemResponse(storeFailure(report.error()));
}

Response change(LiveConfig &config, const Request &request)
{
    if (!request.hasBody)
        return problemResponse(411, "Send a body, and its length");
    if (request.headers.count("If-Match") == 0)
        return preconditionRequired();
    return answerChange(patchFrom(request, config).and_then([&](const LiveConfig::Patch &patch) {
        return config.patch(patch);
    }));
}

Response rollBack(LiveConfig &config, const Request &request)
{
    if (!request.hasBody)
        return problemResponse(411, "Send a body, and its length");
    if (request.headers.count("If-Match") == 0)
        return preconditionRequired();
    const auto body = bodyAs<contract::RollbackRequest>(request);
    if (!body)
        return problemResponse(body.error());
    if (body->revision < 1)
        return problemResponse(fieldError("/revision", "Must be given, and at least 1"));
    if (body->reason.size() > kMaxReasonBytes)
        return problemResponse(fieldError("/reason", "Must have at most 1000 bytes"));
    return answerChange(ifMatch(request, config).and_then([&](std::int64_t revision) {
        return config.rollback(body->revision, revision, request.identity->name, body->reason);
    }));
}

std::vector<contract::SettingDifference> differencesBetween(
    const Settings &desired, const Settings &applied)
{
    std::vector<contract::SettingDifference> differences;
    for (auto &change : changesBetween(desired, applied)) {
        const std::string_view reason = change.applies == contract::Applies::restart
            ? "Takes effect at the next start"
            : "Is being put in force";
        differences.push_back({std::move(change.path), std::move(change.before),
            std::move(change.after), std::string(reason)});
    }
    return differences;
}

boost::json::object withSecrets(boost::json::value settings, const boost::json::object &secrets)
{
    boost::json::object &groups = settings.as_object();
    for (const auto &[group, states] : secrets)
        for (const auto &[name, state] : states.as_object())
            groups[group].as_object()[name] = state;
    return std::move(groups);
}

Response report(const LiveConfig &config, const AppliedSettings &applied,
    const VerifiedSettings &verified, const SecretStates &secrets)
{
    const Settings inForce = applied();
    Settings desired = *config.settings();
    contract::ConfigReport report;
    report.revision = config.revision();
    const boost::json::object states = secrets();
    report.values = withSecrets(contract::encode(desired), states);
    report.applied = withSecrets(contract::encode(inForce), states);
    report.verified = verified(inForce);
    report.origins = config.origins();
    report.warnings = config.warnings();
    desired.http.workers = httpThreads(desired.http.workers); // 0 stands for a number.
    report.differences = differencesBetween(desired, inForce);
    return withRevision(jsonResponse(contract::encodeText(report)), report.revision);
}

/// The schema is part of the program, so its version tells its text.
Response schema(const Request &request)
{
    const std::string tag = "\"" PULT_VERSION "\"";
    Response response = jsonResponse(contract::jsonText(settingsSchema()));
    response.contentType = "application/schema+json";
    if (request.headers.value("If-None-Match") == tag) {
        response = Response();
        response.status = 304;
    }
    response.headers.add("ETag", tag);
    response.headers.add("Cache-Control", "no-cache");
    return response;
}

Response history(const LiveConfig &config, const Request &request)
{
    const auto limit = integerParameter(request, "limit", 1, 500, 50);
    const auto before =
        integerParameter(request, "cursor", 1, std::numeric_limits<std::int64_t>::max(), 0);
    if (!limit || !before)
        return problemResponse(!limit ? limit.error() : before.error());
    return respond(config.history(*before, static_cast<std::size_t>(*limit)));
}

Response presets(const Request &request)
{
    const auto users = integerParameter(request, "users", 1, kMostUsers, 0);
    if (!users)
        return problemResponse(users.error());
    contract::ConfigPresets answer{configPresets(), std::nullopt};
    if (*users > 0)
        answer.advice = configAdvice(*users);
    return jsonResponse(contract::encodeText(answer));
}

} // namespace

void addConfigRoutes(Router &router, boost::asio::thread_pool &background, LiveConfig &config,
    AppliedSettings applied, VerifiedSettings verified, SecretStates secrets)
{
    router.add({Method::GET, "/config", Access::viewer,
        atOnce([&config, applied = std::move(applied), verified = std::move(verified),
                   secrets = std::move(secrets)](
                   const Request &) { return report(config, applied, verified, secrets); })});
    router.add({Method::PATCH, "/config", Access::admin,
        inBackground(
            background, [&config](const Request &request) { return change(config, request); })});
    router.add({Method::GET, "/config/schema", Access::viewer, atOnce(schema)});
    router.add({Method::GET, "/config/presets", Access::viewer, atOnce(presets)});
    router.add({Method::GET, "/config/history", Access::viewer,
        inBackground(
            background, [&config](const Request &request) { return history(config, request); })});
    router.add({Method::POST, "/config/rollback", Access::admin,
        inBackground(
            background, [&config](const Request &request) { return rollBack(config, request); })});
}

} // namespace pult::service
