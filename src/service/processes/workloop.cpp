// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/processes/workloop.h"

#include <exception>

#include <unistd.h>

#include "service/processes/confinement.h"
#include "service/processes/pipe.h"

namespace pult::service {

namespace {

Result<std::string> handle(const WorkHandler &handler, std::string request)
{
    try {
        return handler(std::move(request));
    } catch (const std::exception &error) {
        return fail(ErrorCode::internal, std::string("The work threw: ") + error.what());
    }
}

bool sendAnswer(int descriptor, const Result<std::string> &answer)
{
    const std::string &content = answer ? *answer : answer.error().detail;
    const MessageHead head{static_cast<std::uint32_t>(content.size()),
        answer ? 0U : 1U + static_cast<std::uint32_t>(answer.error().code)};
    return writeAll(descriptor, &head, sizeof head)
        && writeAll(descriptor, content.data(), content.size());
}

bool serveOne(int descriptor, const MessageHead &head, const WorkHandler &handler)
{
    if (head.bytes > MessageHead::kMaxBytes)
        return false;
    std::string request(head.bytes, '\0');
    if (!readAll(descriptor, request.data(), request.size()))
        return false;
    allowProcessorTime(std::chrono::seconds(head.value));
    Result<std::string> answer = handle(handler, std::move(request));
    if (answer && answer->size() > MessageHead::kMaxBytes)
        answer = fail(ErrorCode::tooLarge, "The result is too large");
    return sendAnswer(descriptor, answer);
}

} // namespace

void serveWork(int descriptor, const WorkHandler &handler)
{
    MessageHead head;
    bool isSpeaking = true;
    while (isSpeaking && readAll(descriptor, &head, sizeof head))
        isSpeaking = serveOne(descriptor, head, handler);
    // Not exit(): threads of libraries may still run.
    ::_exit(isSpeaking ? 0 : 1);
}

} // namespace pult::service
