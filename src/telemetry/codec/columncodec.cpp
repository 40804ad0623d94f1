// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/codec/columncodec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "telemetry/codec/vectorized.h"
#include "telemetry/files/rawbytes.h"

namespace pult::telemetry {

namespace {

/// What the first byte says. From quotients on: how many digits behind the point. Thousandths came
/// with format 2.
constexpr std::uint8_t kConstant = 0;
constexpr std::uint8_t kRawBits = 1;
constexpr std::uint8_t kQuotients = 2;
constexpr std::uint8_t kProducts = 16;
constexpr std::uint8_t kThousandths = 32;

constexpr std::array kPowers{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
constexpr std::array kFractions{
    1e0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12};

/// 1.5 * 2^52: added to it, a whole number below 2^51 stands in the last bits of the sum. So four
/// are converted at once, where the processor's own conversion takes one.
constexpr double kCarrier = 6755399441055744.0;
constexpr double kMostWhole = 2251799813685248.0; ///< 2^51.

/// Each costs ten bytes; beyond this share, plain bits are smaller.
constexpr std::size_t kValuesAnException = 16;

std::uint64_t bitsOf(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

/// How a whole number becomes the value: divided by a power of ten, as one parses decimals;
/// multiplied with its inverse, as exporters turn milliseconds into seconds; or divided by a
/// thousand for every third digit, as they turn microseconds into seconds.
struct Form {
    std::uint8_t kind = kQuotients;
    std::size_t digits = 0;
};

Form formOfKind(std::uint8_t kind)
{
    const std::uint8_t family = kind < kProducts ? kQuotients
        : kind < kThousandths                    ? kProducts
                                                 : kThousandths;
    return {family, std::size_t(kind - family)};
}

bool isPossible(Form form)
{
    return form.digits < kPowers.size() && (form.kind != kThousandths || form.digits % 3 == 0);
}

/// The nearest whole number of 10^-digits, modulo 2^64. Requires: a product below 2^51.
[[gnu::always_inline]] inline std::uint64_t wholeOf(double value, double power)
{
    return std::bit_cast<std::uint64_t>(value * power + kCarrier)
        - std::bit_cast<std::uint64_t>(kCarrier);
}

[[gnu::always_inline]] inline double numberOf(std::uint64_t whole)
{
    return std::bit_cast<double>(whole + std::bit_cast<std::uint64_t>(kCarrier)) - kCarrier;
}

/// work(valueOf), which makes a value of such a number: with the choice outside of its loops.
template <class Work>
[[gnu::always_inline]] inline auto withValueOf(Form form, Work work)
{
    const double power = kPowers[form.digits];
    const double fraction = kFractions[form.digits];
    if (form.digits == 0)
        return work([](double number) { return number; });
    if (form.kind == kQuotients)
        return work([power](double number) { return number / power; });
    if (form.kind == kProducts)
        return work([fraction](double number) { return number * fraction; });
    return work([form](double number) {
        for (std::size_t digits = 0; digits < form.digits; digits += 3)
            number /= 1e3;
        return number;
    });
}

/// Answers whether all values have the form, to the last bit, which neither NaN nor infinity nor -0
/// has; and what whole numbers they are then.
[[gnu::always_inline]] inline bool toWholes(
    std::span<const double> values, Form form, std::span<std::uint64_t> wholes)
{
    return withValueOf(form, [&](auto valueOf) {
        const double power = kPowers[form.digits];
        std::uint64_t misfits = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::uint64_t whole = wholeOf(values[i], power);
            const bool isSmall = std::abs(values[i]) * power < kMostWhole;
            misfits |= isSmall ? bitsOf(valueOf(numberOf(whole))) ^ bitsOf(values[i]) : 1U;
            wholes[i] = whole;
        }
        return misfits == 0;
    });
}

[[gnu::always_inline]] inline void toValues(
    std::span<const std::uint64_t> wholes, Form form, std::span<double> values)
{
    withValueOf(form, [&](auto valueOf) {
        for (std::size_t i = 0; i < wholes.size(); ++i)
            values[i] = valueOf(numberOf(wholes[i]));
    });
}

bool hasForm(double value, Form form)
{
    std::uint64_t whole = 0;
    return isPossible(form) && toWholes(std::span(&value, 1), form, std::span(&whole, 1));
}

/// With as many digits more as the value needs; not possible any more when it is none.
Form raised(Form form, double value)
{
    while (form.digits < kPowers.size() && !hasForm(value, form))
        ++form.digits;
    return form;
}

/// With the fewest digits that all values need; empty when too many need more.
std::optional<Form> formOf(std::span<const double> values, std::uint8_t kind)
{
    constexpr std::size_t kPart = 64;
    std::array<std::uint64_t, kPart> wholes;
    Form form{kind, 0};
    std::size_t exceptions = 0;
    for (std::size_t i = 0; i < values.size(); i += kPart) {
        const auto part = values.subspan(i, std::min(kPart, values.size() - i));
        if (callVectorized<toWholes>(part, form, std::span<std::uint64_t>(wholes)))
            continue;
        for (const double value : part) {
            const Form needed = raised(form, value);
            if (needed.digits < kPowers.size())
                form = needed;
            else if (++exceptions > values.size() / kValuesAnException)
                return {};
        }
    }
    return form;
}

/// The highest bytes of its bits: what is round has zeros behind them.
void packConstant(double value, Bytes &out)
{
    out.push_back(kConstant);
    for (std::uint64_t bits = bitsOf(value); bits != 0; bits <<= 8U)
        out.push_back(static_cast<std::uint8_t>(bits >> 56U));
}

double unpackConstant(std::span<const std::uint8_t> bytes)
{
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bits |= std::uint64_t(bytes[i]) << (56 - 8 * i);
    return std::bit_cast<double>(bits);
}

constexpr std::size_t kExceptionBytes = sizeof(std::uint16_t) + sizeof(double);

/// Exceptions repeat the number before, which costs nothing. Answers their places.
std::vector<std::uint16_t> setExceptions(
    std::span<const double> values, Form form, std::span<std::uint64_t> wholes)
{
    std::vector<std::uint16_t> places;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (hasForm(values[i], form))
            continue;
        wholes[i] = i == 0 ? 0 : wholes[i - 1];
        places.push_back(static_cast<std::uint16_t>(i));
    }
    return places;
}

bool tryPackWholes(std::span<const double> values, std::uint8_t kind, GroupPool &pool, Bytes &out)
{
    std::array<std::uint64_t, kMostIntegers> numbers;
    const auto wholes = std::span<std::uint64_t>(numbers).first(values.size());
    std::vector<std::uint16_t> exceptions;
    // Most columns have the form of their first value.
    std::optional<Form> form = raised({kind, 0}, values[0]);
    if (!isPossible(*form) || !callVectorized<toWholes>(values, *form, wholes)) {
        form = formOf(values, kind);
        if (!form)
            return false;
        if (!callVectorized<toWholes>(values, *form, wholes))
            exceptions = setExceptions(values, *form, wholes);
    }
    if (exceptions.size() > values.size() / kValuesAnException)
        return false;
    out.push_back(static_cast<std::uint8_t>(kind + form->digits));
    packIntegers(wholes, pool, out);
    for (const std::uint16_t place : exceptions) {
        putRaw(place, out);
        putRaw(values[place], out);
    }
    return true;
}

void packBits(std::span<const double> values, GroupPool &pool, Bytes &out)
{
    std::array<std::uint64_t, kMostIntegers> bits;
    std::transform(values.begin(), values.end(), bits.begin(), bitsOf);
    out.push_back(kRawBits);
    packIntegers(std::span(bits).first(values.size()), pool, out);
}

bool unpackWholes(std::span<const std::uint64_t> wholes, Form form,
    std::span<const std::uint8_t> exceptions, std::span<double> values)
{
    if (!isPossible(form) || exceptions.size() % kExceptionBytes != 0)
        return false;
    callVectorized<toValues>(wholes, form, values);
    for (; !exceptions.empty(); exceptions = exceptions.subspan(kExceptionBytes)) {
        const auto place = getRaw<std::uint16_t>(exceptions.data());
        if (place >= values.size())
            return false;
        values[place] = getRaw<double>(exceptions.data() + sizeof place);
    }
    return true;
}

} // namespace

void packColumn(std::span<const double> values, GroupPool &pool, Bytes &out)
{
    const auto isFirst = [first = bitsOf(values[0])](double v) { return bitsOf(v) == first; };
    if (std::all_of(values.begin(), values.end(), isFirst)) {
        packConstant(values[0], out);
        return;
    }
    constexpr std::array kKinds{kQuotients, kProducts, kThousandths};
    const auto tryPack = [&](std::uint8_t kind) { return tryPackWholes(values, kind, pool, out); };
    if (std::none_of(kKinds.begin(), kKinds.end(), tryPack))
        packBits(values, pool, out);
}

std::optional<double> constantIn(std::span<const std::uint8_t> bytes)
{
    if (bytes.empty() || bytes[0] != kConstant || bytes.size() > 1 + sizeof(double))
        return {};
    return unpackConstant(bytes.subspan(1));
}

bool unpackColumn(std::span<const std::uint8_t> packed, std::size_t begin, std::span<double> values)
{
    const auto bytes = packed.subspan(begin);
    if (const auto value = constantIn(bytes)) {
        std::fill(values.begin(), values.end(), *value);
        return true;
    }
    if (bytes.empty() || bytes[0] == kConstant)
        return false;
    std::array<std::uint64_t, kMostIntegers> integers;
    const auto numbers = std::span<std::uint64_t>(integers).first(values.size());
    const std::uint8_t *behind = unpackIntegers(packed, begin + 1, numbers);
    if (behind == nullptr)
        return false;
    const std::uint8_t *end = packed.data() + packed.size();
    if (bytes[0] != kRawBits)
        return unpackWholes(numbers, formOfKind(bytes[0]), {behind, end}, values);
    std::transform(numbers.begin(), numbers.end(), values.begin(),
        [](std::uint64_t bits) { return std::bit_cast<double>(bits); });
    return behind == end;
}

} // namespace pult::telemetry
