// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

/// Damage to the file of a database that nobody has open.
namespace pult::test {

inline constexpr std::uint64_t kPageBytes = 4096;

/// Pages of trees whose keys are no numbers: of jobs, mostly, and of indexes
/// (sqlite.org/fileformat2.html, 1.6).
inline constexpr char kInner = 0x02;
inline constexpr char kLeaf = 0x0a;

/// Those pages of a kind, counted from 0.
[[nodiscard]] inline std::vector<std::uint64_t> pagesOf(
    const std::filesystem::path &file, char kind = kLeaf)
{
    std::vector<std::uint64_t> pages;
    std::ifstream stream(file, std::ios::binary);
    std::string page(kPageBytes, '\0');
    for (std::uint64_t i = 0; stream.read(page.data(), std::ssize(page)); ++i)
        if (i > 0 && page.front() == kind)
            pages.push_back(i);
    return pages;
}

/// As if the disk had lost it.
inline void overwritePage(const std::filesystem::path &file, std::uint64_t page, char lost = '\xa5')
{
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(static_cast<std::streamoff>(page * kPageBytes));
    stream << std::string(kPageBytes, lost);
}

/// The middle one of the leaves.
inline void overwriteALeaf(const std::filesystem::path &file)
{
    const std::vector<std::uint64_t> leaves = pagesOf(file);
    overwritePage(file, leaves.at(leaves.size() / 2));
}

} // namespace pult::test
