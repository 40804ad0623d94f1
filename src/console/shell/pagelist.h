// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QString>

#include "base/clock.h"
#include "console/live/service.h"

class QWidget;

namespace pult::pages {
class Page;
}

namespace pult::shell {

class Session;

/// What a page may need to be made; all of it outlives the pages.
struct PageContext {
    const Clock &clock;
    Session &session;
};

/// One tab of the main window.
struct PageSpec {
    QString id; ///< As written on the command line: "overview", "test-jobs".
    const char *title; ///< To be translated in the context PageList.
    std::function<pages::Page *(const PageContext &context, QWidget *parent)> make;
    std::optional<live::Capability> needs = {}; ///< Of the service; none: any has it.
};

/// In the order of the tabs.
[[nodiscard]] const std::vector<PageSpec> &pageList();
[[nodiscard]] QString titleOf(const PageSpec &spec);
/// Of no service every page is offered.
[[nodiscard]] bool isOffered(const PageSpec &spec, const live::Service *service);

} // namespace pult::shell
