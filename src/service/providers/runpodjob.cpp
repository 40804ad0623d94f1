// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/runpodjob.h"

#include <algorithm>
#include <cctype>

#include <boost/json.hpp>

#include "service/providers/statuserror.h"

namespace pult::service {

namespace {

using std::chrono::milliseconds;

/// RunPod's own bounds of a job's policy.
constexpr milliseconds kShortestRun{5'000};
constexpr milliseconds kShortestLife{10'000};
constexpr milliseconds kLongestPolicy{7LL * 24 * 3600 * 1000};

std::string memberText(const boost::json::value &json, std::string_view name)
{
    const boost::json::object *object = json.if_object();
    const boost::json::value *found = object ? object->if_contains(name) : nullptr;
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

} // namespace

boost::json::object runpodPolicy(SteadyTime::duration left)
{
    const auto run =
        std::clamp(std::chrono::ceil<milliseconds>(left), kShortestRun, kLongestPolicy);
    return {{"executionTimeout", run.count()}, {"ttl", std::max(run, kShortestLife).count()}};
}

Result<std::string> runpodJobId(const boost::json::value &answer)
{
    std::string id = memberText(answer, "id");
    const bool isUsable = !id.empty() && std::ranges::all_of(id, [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
    });
    if (!isUsable)
        return fail(ErrorCode::corrupt, "RunPod answered without an id for the job");
    return id;
}

std::optional<Result<boost::json::value>> runpodEnd(const boost::json::value &answer)
{
    const std::string state = memberText(answer, "status");
    if (state == "IN_QUEUE" || state == "IN_PROGRESS" || state == "RUNNING")
        return std::nullopt;
    if (state == "COMPLETED") {
        const boost::json::value *output = answer.get_object().if_contains("output");
        return output ? *output : boost::json::value();
    }
    if (state == "FAILED")
        return fail(ErrorCode::unavailable,
            "RunPod's worker failed: " + quotable(memberText(answer, "error")));
    if (state == "TIMED_OUT")
        return fail(ErrorCode::deadlineExceeded, "The job took longer than its time limit");
    if (state == "CANCELLED")
        return fail(ErrorCode::unavailable, "Somebody cancelled the job on RunPod's side");
    return fail(ErrorCode::corrupt, "RunPod says a state that is not known: " + quotable(state));
}

} // namespace pult::service
