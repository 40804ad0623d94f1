// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/lottiecomps.h"

#include <optional>
#include <string>
#include <unordered_map>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "service/stickers/lottiecheck.h"

namespace pult::service {

namespace {

using boost::json::array;
using boost::json::object;

const array *arrayIn(const object &parent, std::string_view name)
{
    const auto *value = parent.if_contains(name);
    return value ? value->if_array() : nullptr;
}

std::optional<std::string> textIn(const object &parent, std::string_view name)
{
    const auto *value = parent.if_contains(name);
    if (!value || !value->is_string())
        return std::nullopt;
    return std::string(value->as_string());
}

/// Compositions by their ids, and how many layers each amounts to.
class LottieComps {
public:
    Result<void> add(const array &assets)
    {
        for (const auto &value : assets) {
            const object *asset = value.if_object();
            if (!asset)
                continue;
            if (asset->contains("p"))
                return fail(ErrorCode::invalidArgument,
                    "The animation uses pictures; stickers are drawn from shapes alone");
            const auto id = textIn(*asset, "id");
            const array *layers = arrayIn(*asset, "layers");
            if (id && layers)
                m_comps[*id].layers = layers;
        }
        return {};
    }

    /// Errors: as checkLottieComps().
    Result<std::int64_t> countLayers(const array &layers)
    {
        std::int64_t count = 0;
        for (const auto &value : layers) {
            const object *layer = value.if_object();
            auto inner = layer ? countInside(*layer) : Result<std::int64_t>(0);
            if (!inner)
                return inner;
            count += 1 + *inner;
            if (count > kMaxLottieLayers)
                return fail(ErrorCode::tooLarge,
                    fmt::format("The animation amounts to more than {} layers", kMaxLottieLayers));
        }
        return count;
    }

private:
    struct Comp {
        const array *layers = nullptr;
        std::optional<std::int64_t> count;
        bool isBeingCounted = false;
    };

    Result<std::int64_t> countInside(const object &layer)
    {
        const auto id = textIn(layer, "refId");
        const auto found = id ? m_comps.find(*id) : m_comps.end();
        if (found == m_comps.end())
            return 0;
        Comp &comp = found->second;
        if (comp.count)
            return *comp.count;
        if (comp.isBeingCounted)
            return fail(ErrorCode::invalidArgument,
                "A composition of the animation contains itself: it would never end");
        comp.isBeingCounted = true;
        auto count = countLayers(*comp.layers);
        comp.isBeingCounted = false;
        if (count)
            comp.count = *count;
        return count;
    }

    std::unordered_map<std::string, Comp> m_comps;
};

} // namespace

Result<void> checkLottieComps(const object &animation)
{
    const array *layers = arrayIn(animation, "layers");
    if (!layers)
        return fail(ErrorCode::invalidArgument,
            "The TGS file holds no Lottie animation: \"layers\" is missing");
    LottieComps comps;
    const array *assets = arrayIn(animation, "assets");
    const auto added = assets ? comps.add(*assets) : Result<void>();
    return added.and_then([&] { return comps.countLayers(*layers); }).map([](std::int64_t) {});
}

} // namespace pult::service
