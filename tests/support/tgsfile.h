// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <zlib.h>

namespace pult::test {

/// A gzip file.
[[nodiscard]] inline std::string gzipped(const std::string &content)
{
    constexpr int kGzipWindow = 15 + 16;
    constexpr int kMemoryLevel = 8;
    z_stream stream{};
    deflateInit2(
        &stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY);
    std::string file(deflateBound(&stream, content.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(file.data());
    stream.avail_out = static_cast<uInt>(file.size());
    deflate(&stream, Z_FINISH);
    file.resize(file.size() - stream.avail_out);
    deflateEnd(&stream);
    return file;
}

/// A layer of shapes: a red square of 256 × 256 that wanders from the left to the right in a second
/// of 60 frames.
[[nodiscard]] inline std::string wanderingSquare()
{
    return R"({"ddd":0,"ind":1,"ty":4,"nm":"square","sr":1,"ip":0,"op":600,"st":0,"bm":0,"ks":{
      "o":{"a":0,"k":100},"r":{"a":0,"k":0},"a":{"a":0,"k":[0,0,0]},"s":{"a":0,"k":[100,100,100]},
      "p":{"a":1,"k":[{"t":0,"s":[128,256,0],"e":[384,256,0],"i":{"x":0.8,"y":0.8},"o":{"x":0.2,"y":0.2}},
                      {"t":60,"s":[384,256,0]}]}},
     "shapes":[{"ty":"gr","nm":"group","it":[
       {"ty":"rc","nm":"shape","d":1,"s":{"a":0,"k":[256,256]},"p":{"a":0,"k":[0,0]},"r":{"a":0,"k":0}},
       {"ty":"fl","nm":"fill","c":{"a":0,"k":[1,0,0,1]},"o":{"a":0,"k":100},"r":1},
       {"ty":"tr","p":{"a":0,"k":[0,0]},"a":{"a":0,"k":[0,0]},"s":{"a":0,"k":[100,100]},
        "r":{"a":0,"k":0},"o":{"a":0,"k":100},"sk":{"a":0,"k":0},"sa":{"a":0,"k":0}}]}]})";
}

/// A Lottie animation of 512 × 512 pixels.
struct LottieText {
    std::string frameRate = "60";
    std::string frames = "12";
    std::string layers = wanderingSquare();
    std::string assets{};

    [[nodiscard]] std::string json() const
    {
        return R"({"tgs":1,"v":"5.5.2","nm":"test","ddd":0,"w":512,"h":512,"ip":0,"fr":)"
            + frameRate + R"(,"op":)" + frames + R"(,"assets":[)" + assets + R"(],"layers":[)"
            + layers + "]}";
    }
    [[nodiscard]] std::string tgs() const { return gzipped(json()); }
};

/// Takes minutes: 600 frames of 4000 squares.
[[nodiscard]] inline LottieText slowAnimation()
{
    LottieText text;
    text.frames = "600";
    for (int i = 1; i < 4000; ++i)
        text.layers += ',' + wanderingSquare();
    return text;
}

} // namespace pult::test
