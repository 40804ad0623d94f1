// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/peer/peerbodies.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <random>

#include <fmt/format.h>
#include <zlib.h>

namespace pult::telemetry::peer {

namespace {

constexpr std::size_t kBrokenPieces = 10'000;
constexpr std::string_view kEnd = "# EOF\n";
constexpr std::string_view kEndLine = "\n# EOF\n";

/// What mistakes are made of. No NUL: ours refuses one where Prometheus drops what follows it.
constexpr std::string_view kBytes =
    "{}{}\"\"\",,==\\\\##  \t\n\n0123456789.eE+-_:NaInfxX\r\x80\xc3\xff";
constexpr std::array<std::string_view, 26> kTexts{"NaN", "+Inf", "-Inf", "nan", "-nan", "inf",
    "Infinity", "1e400", "1e-400", "0x1p3", "1_0", "1.", ".5", "1e", " 123", " -1", " 1.5",
    " 99999999999999999999", "# EOF\n", "# TYPE a gauge\n", "# UNIT a_b b\n", "# HELP ", "\\\"",
    "{}", " # {a=\"b\"} 1", "a=\"\","};

bool isOpenMetrics(const PeerBody &body)
{
    return body.format == ExpositionFormat::openMetrics;
}

/// The place behind so many line ends.
std::size_t lineBegin(std::string_view text, std::size_t lines)
{
    std::size_t at = 0;
    while (lines-- > 0 && at < text.size())
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    return at;
}

/// Breaks pieces of the recordings.
class Breaker {
public:
    explicit Breaker(const std::vector<PeerBody> &recordings)
        : m_recordings(recordings)
    {
    }

    PeerBody make()
    {
        PeerBody piece = cutOut();
        for (std::size_t edits = below(3) + 1; edits > 0 && !piece.text.empty(); --edits)
            edit(piece.text);
        return piece;
    }

private:
    std::size_t below(std::size_t end) { return m_random() % end; }

    const PeerBody &anyRecording()
    {
        const ExpositionFormat wanted =
            below(5) < 3 ? ExpositionFormat::text : ExpositionFormat::openMetrics;
        for (;;) {
            const PeerBody &recording = m_recordings[below(m_recordings.size())];
            if (recording.format == wanted)
                return recording;
        }
    }

    /// Some lines of a recording, now and then said to be of the other format.
    PeerBody cutOut()
    {
        const PeerBody &whole = anyRecording();
        const auto lines =
            static_cast<std::size_t>(std::count(whole.text.begin(), whole.text.end(), '\n'));
        const std::size_t from = lineBegin(whole.text, below(lines));
        const std::string_view rest = std::string_view(whole.text).substr(from);
        PeerBody piece{
            whole.name, whole.format, std::string(rest.substr(0, lineBegin(rest, 4 + below(20))))};
        if (below(6) == 0)
            piece.format =
                isOpenMetrics(whole) ? ExpositionFormat::text : ExpositionFormat::openMetrics;
        if (isOpenMetrics(piece) && !piece.text.ends_with(kEndLine))
            piece.text += kEnd;
        return piece;
    }

    void edit(std::string &text)
    {
        const std::size_t place = below(text.size());
        switch (below(6)) {
        case 0:
            text[place] = kBytes[below(kBytes.size())];
            return;
        case 1:
            text.insert(place, 1, kBytes[below(kBytes.size())]);
            return;
        case 2:
            text.erase(place, 1 + below(6));
            return;
        case 3:
            text.insert(place, text.substr(below(text.size()), 1 + below(40)));
            return;
        case 4:
            text.insert(place, kTexts[below(kTexts.size())]);
            return;
        default:
            editValue(text);
        }
    }

    /// Behind a blank, where most that matters stands.
    void editValue(std::string &text)
    {
        const std::size_t blank = text.find(' ', below(text.size()));
        if (blank == std::string::npos)
            return;
        const std::size_t end = std::min(text.find_first_of(" \n", blank + 1), text.size());
        text.replace(blank + 1, end - blank - 1, kTexts[below(kTexts.size())]);
    }

    const std::vector<PeerBody> &m_recordings;
    std::mt19937 m_random{42};
};

ScrapeReport parse(ScrapeParser &parser, const PeerBody &body)
{
    return parser.parse(std::make_shared<const std::string>(body.text), body.format);
}

std::size_t brokenLineOf(const PeerBody &body)
{
    ScrapeParser parser;
    const ScrapeReport report = parse(parser, body);
    const auto fault = std::find_if(report.faults.begin(), report.faults.end(),
        [](const ScrapeFault &each) { return each.kind == LineFault::Kind::syntax; });
    return fault == report.faults.end() ? 0 : fault->line;
}

} // namespace

std::string unpacked(const std::filesystem::path &path)
{
    std::string text;
    const gzFile file = gzopen(path.c_str(), "rb");
    std::array<char, 65536> part;
    for (int bytes = 1; file != nullptr && bytes > 0;) {
        bytes = gzread(file, part.data(), part.size());
        text.append(part.data(), static_cast<std::size_t>(std::max(bytes, 0)));
    }
    if (file != nullptr)
        gzclose(file);
    return text;
}

std::vector<PeerBody> peerBodies(const std::filesystem::path &recordings)
{
    std::vector<PeerBody> bodies;
    for (const auto &entry : std::filesystem::directory_iterator(recordings)) {
        const std::string name = entry.path().filename().string();
        const bool isOurs = name.find(".om") != std::string::npos;
        bodies.push_back({name, isOurs ? ExpositionFormat::openMetrics : ExpositionFormat::text,
            unpacked(entry.path())});
    }
    std::sort(bodies.begin(), bodies.end(),
        [](const PeerBody &a, const PeerBody &b) { return a.name < b.name; });
    const std::vector<PeerBody> whole = bodies;
    Breaker breaker(whole);
    for (std::size_t i = 0; i < kBrokenPieces; ++i)
        bodies.push_back(breaker.make());
    return bodies;
}

std::vector<std::string> samplesOf(const PeerBody &body)
{
    ScrapeParser parser;
    (void)parse(parser, body);
    std::vector<std::string> samples;
    for (SeriesIndex i = 0; i < parser.series().size(); ++i) {
        const SeriesName name = parser.series().name(i);
        std::string text = name.metric;
        for (const auto &[label, value] : name.labels)
            text += '\1' + label + '\2' + value;
        const double value = parser.values()[i];
        samples.push_back(text + '\3'
            + (std::isnan(value) ? "NaN" : fmt::format("{:x}", std::bit_cast<std::uint64_t>(value)))
            + '\n');
    }
    std::sort(samples.begin(), samples.end());
    return samples;
}

PeerBody linesBefore(std::size_t line, const PeerBody &body)
{
    PeerBody before{body.name, body.format, body.text.substr(0, lineBegin(body.text, line - 1))};
    if (isOpenMetrics(body) && before.text != kEnd && !before.text.ends_with(kEndLine))
        before.text += kEnd;
    return before;
}

Verdict ourVerdict(const PeerBody &body)
{
    Verdict verdict{brokenLineOf(body)};
    const auto samples =
        samplesOf(verdict.brokenLine == 0 ? body : linesBefore(verdict.brokenLine, body));
    verdict.series = samples.size();
    for (const std::string &sample : samples)
        verdict.checksum = static_cast<std::uint32_t>(crc32(verdict.checksum,
            reinterpret_cast<const Bytef *>(sample.data()), static_cast<uInt>(sample.size())));
    return verdict;
}

} // namespace pult::telemetry::peer
