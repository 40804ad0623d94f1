// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/webpanimation.h"

#include <webp/encode.h>
#include <webp/mux.h>

namespace pult::service {

namespace {

/// 0 (fast) to 6 (small).
constexpr int kEffort = 1;
constexpr float kQuality = 80;

WebPAnimEncoder *makeEncoder(int width, int height)
{
    WebPAnimEncoderOptions options;
    WebPAnimEncoderOptionsInit(&options);
    return WebPAnimEncoderNew(width, height, &options);
}

/// A picture in libwebp's own form.
class Picture {
public:
    explicit Picture(const Bitmap &bitmap)
    {
        m_isGood = WebPPictureInit(&m_picture) != 0;
        m_picture.use_argb = 1;
        m_picture.width = bitmap.width();
        m_picture.height = bitmap.height();
        m_isGood = m_isGood && WebPPictureImportRGBA(&m_picture, bitmap.bytes(), bitmap.stride());
    }
    ~Picture() { WebPPictureFree(&m_picture); }
    Picture(const Picture &) = delete;
    Picture &operator=(const Picture &) = delete;

    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] WebPPicture *get() { return &m_picture; }

private:
    WebPPicture m_picture{};
    bool m_isGood = false;
};

} // namespace

WebpAnimation::WebpAnimation(int width, int height)
    : m_encoder(makeEncoder(width, height))
{
}

WebpAnimation::~WebpAnimation()
{
    WebPAnimEncoderDelete(m_encoder);
}

Result<void> WebpAnimation::add(const Bitmap &frame, std::chrono::milliseconds length)
{
    WebPConfig config;
    WebPConfigInit(&config);
    config.quality = kQuality;
    config.method = kEffort;
    Picture picture(frame);
    if (!picture.isGood() || !WebPAnimEncoderAdd(m_encoder, picture.get(), m_timestamp, &config))
        return refused();
    m_timestamp += static_cast<int>(length.count());
    return {};
}

Result<std::string> WebpAnimation::finish()
{
    WebPData file;
    WebPDataInit(&file);
    const bool isDone = WebPAnimEncoderAdd(m_encoder, nullptr, m_timestamp, nullptr)
        && WebPAnimEncoderAssemble(m_encoder, &file);
    Result<std::string> result = refused();
    if (isDone)
        result = std::string(file.bytes, file.bytes + file.size);
    WebPDataClear(&file);
    return result;
}

tl::unexpected<Error> WebpAnimation::refused() const
{
    return fail(ErrorCode::internal, std::string("libwebp: ") + WebPAnimEncoderGetError(m_encoder));
}

} // namespace pult::service
