// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/columncodec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <optional>

#include "telemetry/rawbytes.h"

namespace pult::telemetry {

namespace {

/// What the first byte says. From quotients on: how many digits behind the point.
constexpr std::uint8_t kConstant = 0;
constexpr std::uint8_t kRawBits = 1;
constexpr std::uint8_t kQuotients = 2;
constexpr std::uint8_t kProducts = 16;

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

/// How a whole number becomes the value: divided by a power of ten, as one parses decimals, or
/// multiplied with its inverse, as exporters turn milliseconds into seconds.
struct Form {
    std::uint8_t kind = kQuotients;
    std::size_t digits = 0;
};

/// The nearest whole number of 10^-digits, modulo 2^64. Requires: a product below 2^51.
std::uint64_t wholeOf(double value, std::size_t digits)
{
    const double nearest = value * kPowers[digits] + std::copysign(0.5, value);
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(nearest));
}

double numberOf(std::uint64_t whole)
{
    return std::bit_cast<double>(whole + std::bit_cast<std::uint64_t>(kCarrier)) - kCarrier;
}

double valueOf(double number, Form form)
{
    return form.kind == kQuotients ? number / kPowers[form.digits]
                                   : number * kFractions[form.digits];
}

/// To the last bit, which neither NaN nor infinity nor -0 is.
bool hasForm(double value, Form form)
{
    return std::abs(value) * kPowers[form.digits] < kMostWhole
        && bitsOf(valueOf(numberOf(wholeOf(value, form.digits)), form)) == bitsOf(value);
}

/// With the fewest digits that all values need; empty when too many need more.
std::optional<Form> formOf(std::span<const double> values, std::uint8_t kind)
{
    Form form{kind, 0};
    std::size_t exceptions = 0;
    for (const double value : values) {
        Form needed = form;
        while (needed.digits < kPowers.size() && !hasForm(value, needed))
            ++needed.digits;
        if (needed.digits < kPowers.size())
            form = needed;
        else if (++exceptions > values.size() / kValuesAnException)
            return {};
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

/// Exceptions repeat the number before, which costs nothing, and follow behind.
bool tryPackWholes(std::span<const double> values, std::uint8_t kind, Bytes &out)
{
    const auto form = formOf(values, kind);
    if (!form)
        return false;
    std::array<std::uint64_t, kMostIntegers> wholes;
    std::array<std::uint16_t, kMostIntegers> exceptions;
    std::size_t count = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (hasForm(values[i], *form)) {
            wholes[i] = wholeOf(values[i], form->digits);
            continue;
        }
        wholes[i] = i == 0 ? 0 : wholes[i - 1];
        exceptions[count++] = static_cast<std::uint16_t>(i);
    }
    if (count > values.size() / kValuesAnException)
        return false;
    out.push_back(static_cast<std::uint8_t>(kind + form->digits));
    packIntegers(std::span(wholes).first(values.size()), out);
    for (const std::uint16_t place : std::span(exceptions).first(count)) {
        putRaw(place, out);
        putRaw(values[place], out);
    }
    return true;
}

void packBits(std::span<const double> values, Bytes &out)
{
    std::array<std::uint64_t, kMostIntegers> bits;
    std::transform(values.begin(), values.end(), bits.begin(), bitsOf);
    out.push_back(kRawBits);
    packIntegers(std::span(bits).first(values.size()), out);
}

bool unpackWholes(std::span<const std::uint64_t> wholes, Form form,
    std::span<const std::uint8_t> exceptions, std::span<double> values)
{
    if (form.digits >= kPowers.size() || exceptions.size() % kExceptionBytes != 0)
        return false;
    std::transform(wholes.begin(), wholes.end(), values.begin(), numberOf);
    if (form.digits > 0)
        for (double &value : values)
            value = valueOf(value, form);
    for (; !exceptions.empty(); exceptions = exceptions.subspan(kExceptionBytes)) {
        const auto place = getRaw<std::uint16_t>(exceptions.data());
        if (place >= values.size())
            return false;
        values[place] = getRaw<double>(exceptions.data() + sizeof place);
    }
    return true;
}

} // namespace

void packColumn(std::span<const double> values, Bytes &out)
{
    const auto isFirst = [first = bitsOf(values[0])](double v) { return bitsOf(v) == first; };
    if (std::all_of(values.begin(), values.end(), isFirst)) {
        packConstant(values[0], out);
        return;
    }
    if (!tryPackWholes(values, kQuotients, out) && !tryPackWholes(values, kProducts, out))
        packBits(values, out);
}

bool unpackColumn(std::span<const std::uint8_t> bytes, std::span<double> values)
{
    if (bytes.empty())
        return false;
    const std::uint8_t kind = bytes[0];
    bytes = bytes.subspan(1);
    if (kind == kConstant) {
        if (bytes.size() > sizeof(double))
            return false;
        std::fill(values.begin(), values.end(), unpackConstant(bytes));
        return true;
    }
    std::array<std::uint64_t, kMostIntegers> numbers;
    const std::uint8_t *end = bytes.data() + bytes.size();
    const std::uint8_t *behind =
        unpackIntegers(bytes.data(), end, std::span(numbers).first(values.size()));
    if (behind == nullptr)
        return false;
    if (kind != kRawBits) {
        const std::uint8_t family = kind < kProducts ? kQuotients : kProducts;
        return unpackWholes(std::span(numbers).first(values.size()),
            {family, std::size_t(kind - family)}, {behind, end}, values);
    }
    std::transform(numbers.begin(), numbers.begin() + std::ptrdiff_t(values.size()), values.begin(),
        [](std::uint64_t bits) { return std::bit_cast<double>(bits); });
    return behind == end;
}

} // namespace pult::telemetry
