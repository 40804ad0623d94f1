// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/mutation.h"

namespace pult::test {

/// A request in its parts, to be broken in one of them while the others stay sound.
struct SoundRequest {
    std::string method;
    std::string target;
    std::string fields; ///< Lines, each with its end; without the length of the body.
    std::string body{};
    bool isChunked = false;

    [[nodiscard]] std::string text() const
    {
        const std::string head = method + ' ' + target + " HTTP/1.1\r\n" + fields;
        if (isChunked)
            return fmt::format("{}Transfer-Encoding: chunked\r\n\r\n{}", head,
                body.empty() ? "0\r\n\r\n"
                             : fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", body.size(), body));
        if (body.empty())
            return head + "\r\n";
        return fmt::format("{}Content-Length: {}\r\n\r\n{}", head, body.size(), body);
    }
};

/// Breaks requests so that most of them still come to a route.
class RequestMutation {
public:
    RequestMutation(std::uint64_t seed, std::vector<SoundRequest> sound)
        : m_mutation(seed)
        , m_sound(std::move(sound))
    {
        for (const SoundRequest &request : m_sound) {
            m_texts.push_back(request.text());
            m_targets.push_back(request.target);
            m_fields.push_back(request.fields);
            if (!request.body.empty())
                m_bodies.push_back(request.body);
        }
    }

    /// Broken in its body, its target or a field, or not at all; it is HTTP still.
    [[nodiscard]] std::string reaching()
    {
        SoundRequest request = m_sound[m_mutation.below(m_sound.size())];
        switch (m_mutation.below(8)) {
        case 0:
            break;
        case 1:
            request.target = '/' + visible(m_mutation(m_targets));
            break;
        case 2:
            request.target += visible(m_mutation(m_targets));
            break;
        case 3:
            request.fields += "X-Broken: " + visible(m_mutation(m_fields)) + "\r\n";
            break;
        default:
            if (!request.body.empty())
                request.body = m_mutation(m_bodies);
            else
                request.fields +=
                    "Range: bytes=" + visible(m_mutation({"0-9", "-5", "7-"})) + "\r\n";
        }
        return request.text();
    }
    /// Broken anywhere: often no HTTP any more, which ends the connection.
    [[nodiscard]] std::string wild() { return m_mutation(m_texts); }

private:
    /// What may stand in a line of the head.
    static std::string visible(std::string text)
    {
        for (char &c : text)
            if (c <= ' ' || c == '\x7f')
                c = '~';
        return text;
    }

    Mutation m_mutation;
    std::vector<SoundRequest> m_sound;
    std::vector<std::string> m_texts;
    std::vector<std::string> m_targets;
    std::vector<std::string> m_fields;
    std::vector<std::string> m_bodies;
};

} // namespace pult::test
