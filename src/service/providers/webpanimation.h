// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "service/providers/bitmap.h"

struct WebPAnimEncoder;

namespace pult::service {

/// An animated WebP that plays for ever, written frame by frame. One thread.
class WebpAnimation {
public:
    WebpAnimation(int width, int height);
    ~WebpAnimation();
    WebpAnimation(const WebpAnimation &) = delete;
    WebpAnimation &operator=(const WebpAnimation &) = delete;

    /// Errors: internal, when libwebp refuses.
    [[nodiscard]] Result<void> add(const Bitmap &frame, std::chrono::milliseconds length);
    /// The file. Nothing can be added then. Errors: as add.
    [[nodiscard]] Result<std::string> finish();

private:
    [[nodiscard]] tl::unexpected<Error> refused() const;

    WebPAnimEncoder *m_encoder;
    int m_timestamp = 0; ///< Milliseconds.
};

} // namespace pult::service
