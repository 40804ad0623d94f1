// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "service/providers/bitmap.h"

namespace pult::service {

/// An animated PNG that plays for ever, written frame by frame: what GIF was for, with opacity and
/// all colours. Format: PNG, third edition (W3C), 11.3.6; what knows no animation shows the first
/// frame. One thread.
class ApngAnimation {
public:
    explicit ApngAnimation(std::int64_t frames);

    /// All frames have the same size. Errors: internal, when libpng refuses.
    [[nodiscard]] Result<void> add(const Bitmap &frame, std::chrono::milliseconds length);
    /// The file, once all frames have been added.
    [[nodiscard]] std::string finish();

private:
    void begin(std::string_view header);
    void addControl(const Bitmap &frame, std::chrono::milliseconds length);

    std::uint32_t m_frames;
    std::uint32_t m_sequence = 0; ///< Of the chunks that belong to the animation.
    std::string m_file;
};

} // namespace pult::service
