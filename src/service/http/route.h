// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "service/http/message.h"

namespace pult::service {

/// Who may call a route.
enum class Access {
    probe, ///< Anybody, never limited: for the load balancer in front.
    open, ///< Anybody; the handler says less to strangers.
    submitter, ///< As operator, or anybody when the API is public.
    owner, ///< As viewer, or whoever submitted the job; the handler knows that.
    viewer,
    operates,
    admin
};

using Handler = std::function<Task<Response>(const Request &)>;

struct Route {
    Method method = Method::GET;
    std::string_view pattern; ///< "/queue/{kind}/pause"; also the label in metrics.
    Access access = Access::viewer;
    Handler handler; ///< The request outlives the task.
};

} // namespace pult::service
