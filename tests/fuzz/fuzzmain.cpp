// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// fuzz_TARGET CORPUS MUTATIONS: every file of the corpus, then so many mutations of them, the same
// ones every time. What a target broke at is left in the file `broken-input` of the working folder.
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

#include "fuzz/fuzzing.h"
#include "support/mutation.h"

namespace {

const std::string *current = nullptr;

void keepInput(int number)
{
    const int file = ::open("broken-input", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file >= 0 && current)
        (void)!::write(file, current->data(), current->size());
    std::signal(number, SIG_DFL);
    std::raise(number);
}

void run(const std::string &input)
{
    current = &input;
    // Bytes are bytes.
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.data()), input.size());
}

std::vector<std::string> readCorpus(const std::filesystem::path &directory)
{
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(directory))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (const auto &file : files) {
        std::ifstream stream(file, std::ios::binary);
        texts.emplace_back(
            std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    return texts;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::cerr << "usage: " << argv[0] << " CORPUS MUTATIONS\n";
        return 2;
    }
    for (const int number : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL})
        std::signal(number, keepInput);
    const std::vector<std::string> corpus = readCorpus(argv[1]);
    if (corpus.empty())
        return 2;
    for (const std::string &text : corpus)
        run(text);
    pult::test::Mutation mutation(1);
    for (int left = std::stoi(argv[2]); left > 0; --left)
        run(mutation(corpus));
    return 0;
}
