// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/lottiecheck.h"

#include <cmath>

#include <boost/json/parse.hpp>
#include <fmt/format.h>

#include "service/stickers/lottiecomps.h"

namespace pult::service {

namespace {

using boost::json::object;

/// Groups of shapes may well stand in each other a dozen times.
constexpr std::size_t kMaxLottieDepth = 128;

tl::unexpected<Error> noLottie(std::string why)
{
    return fail(
        ErrorCode::invalidArgument, "The TGS file holds no Lottie animation: " + std::move(why));
}

Result<object> parseLottie(std::string_view json)
{
    boost::json::parse_options options;
    options.max_depth = kMaxLottieDepth;
    boost::system::error_code error;
    boost::json::value value = boost::json::parse(json, error, {}, options);
    if (error == boost::json::error::too_deep)
        return noLottie(fmt::format("it is nested more than {} levels deep", kMaxLottieDepth));
    if (error)
        return noLottie("it is not JSON");
    if (!value.is_object())
        return noLottie("it is not an object");
    return std::move(value.as_object());
}

Result<double> numberIn(const object &animation, std::string_view name, double low, double high)
{
    const auto *value = animation.if_contains(name);
    if (!value || !value->is_number())
        return noLottie(fmt::format("\"{}\" is missing", name));
    const auto number = value->to_number<double>();
    if (!(number >= low && number <= high))
        return fail(ErrorCode::invalidArgument,
            fmt::format("The animation's \"{}\" is {:g}; it must be from {:g} to {:g}", name,
                number, low, high));
    return number;
}

Result<std::int64_t> framesIn(const object &animation, double frameRate)
{
    constexpr double kAny = 1e9;
    const auto first = numberIn(animation, "ip", -kAny, kAny);
    const auto end = numberIn(animation, "op", -kAny, kAny);
    if (!first || !end)
        return tl::unexpected(!first ? first.error() : end.error());
    const double frames = std::floor(*end - *first);
    if (frames < 1)
        return noLottie("it ends before its first frame");
    if (frames > kMaxAnimationSeconds * frameRate)
        return fail(ErrorCode::tooLarge,
            fmt::format("The animation has {:g} frames, {:g} s; at most {:g} s are rendered",
                frames, std::round(frames / frameRate), kMaxAnimationSeconds));
    return static_cast<std::int64_t>(frames);
}

Result<LottieInfo> readInfo(const object &animation)
{
    const auto width = numberIn(animation, "w", 1, kMaxAnimationSize);
    const auto height = numberIn(animation, "h", 1, kMaxAnimationSize);
    const auto frameRate = numberIn(animation, "fr", 1, kMaxFrameRate);
    if (!width || !height || !frameRate)
        return tl::unexpected(!width ? width.error()
                : !height            ? height.error()
                                     : frameRate.error());
    return framesIn(animation, *frameRate).map([&](std::int64_t frames) {
        return LottieInfo{*width, *height, *frameRate, frames};
    });
}

} // namespace

Result<LottieInfo> checkLottie(std::string_view json)
{
    const auto animation = parseLottie(json);
    if (!animation)
        return tl::unexpected(animation.error());
    return readInfo(*animation).and_then([&](LottieInfo info) {
        return checkLottieComps(*animation).map([&] { return info; });
    });
}

} // namespace pult::service
