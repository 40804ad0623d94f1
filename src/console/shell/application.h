// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pult::shell {

struct Options;

/// The whole console, from its options to its exit code. Makes the QApplication: call it once,
/// from the main thread.
[[nodiscard]] int runConsole(int argc, char **argv, const Options &options);

} // namespace pult::shell
