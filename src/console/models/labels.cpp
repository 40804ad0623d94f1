// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/labels.h"

#include <cmath>

#include <QStringList>

#include "console/models/format.h"
#include "console/models/servicesentence.h"
#include "console/models/translated.h"

namespace pult::models {

namespace {

/// What an error of this code means for the user.
const char *meaningOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::invalidArgument:
        return QT_TRANSLATE_NOOP("pult::models", "Something in the input is wrong.");
    case ErrorCode::unauthenticated:
        return QT_TRANSLATE_NOOP("pult::models", "This token or password is not known there.");
    case ErrorCode::forbidden:
        return QT_TRANSLATE_NOOP("pult::models", "This token does not allow that.");
    case ErrorCode::notFound:
        return QT_TRANSLATE_NOOP("pult::models", "It is no longer there.");
    case ErrorCode::conflict:
        return QT_TRANSLATE_NOOP("pult::models", "The present state does not allow that.");
    case ErrorCode::stale:
        return QT_TRANSLATE_NOOP("pult::models", "Somebody else changed it meanwhile.");
    case ErrorCode::tooLarge:
        return QT_TRANSLATE_NOOP("pult::models", "It is too large.");
    case ErrorCode::unsupported:
        return QT_TRANSLATE_NOOP("pult::models", "The service does not offer that.");
    case ErrorCode::limited:
        return QT_TRANSLATE_NOOP("pult::models", "The rate limit is reached.");
    case ErrorCode::unavailable:
        return QT_TRANSLATE_NOOP("pult::models", "The service is not available now.");
    case ErrorCode::deadlineExceeded:
        return QT_TRANSLATE_NOOP("pult::models", "It took too long.");
    case ErrorCode::cancelled:
        return QT_TRANSLATE_NOOP("pult::models", "It was cancelled.");
    case ErrorCode::corrupt:
        return QT_TRANSLATE_NOOP("pult::models", "The answer makes no sense.");
    case ErrorCode::io:
        return QT_TRANSLATE_NOOP("pult::models", "The connection failed.");
    case ErrorCode::internal:
        return QT_TRANSLATE_NOOP("pult::models", "Something broke inside.");
    }
    return "";
}

} // namespace

QString kindText(contract::Kind kind)
{
    switch (kind) {
    case contract::Kind::text:
        return tr("Text");
    case contract::Kind::image:
        return tr("Image");
    case contract::Kind::video:
        return tr("Video");
    case contract::Kind::sticker:
        return tr("Sticker");
    }
    return {};
}

QString kindJobsText(contract::Kind kind)
{
    switch (kind) {
    case contract::Kind::text:
        return tr("text jobs");
    case contract::Kind::image:
        return tr("image jobs");
    case contract::Kind::video:
        return tr("video jobs");
    case contract::Kind::sticker:
        return tr("sticker jobs");
    }
    return {};
}

QString stateText(contract::JobState state)
{
    switch (state) {
    case contract::JobState::queued:
        return tr("Queued");
    case contract::JobState::running:
        return tr("Running");
    case contract::JobState::succeeded:
        return tr("Succeeded");
    case contract::JobState::failed:
        return tr("Failed");
    case contract::JobState::cancelled:
        return tr("Cancelled");
    case contract::JobState::timed_out:
        return tr("Timed out");
    }
    return {};
}

QString paramText(std::string_view name)
{
    if (name == "width")
        return tr("Width");
    if (name == "height")
        return tr("Height");
    if (name == "steps")
        return tr("Steps");
    if (name == "seed")
        return tr("Seed");
    if (name == "words")
        return tr("Words");
    if (name == "frames")
        return tr("Frames");
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString appliesText(contract::Applies applies)
{
    return applies == contract::Applies::live ? tr("at once") : tr("after a restart");
}

QString problemText(const Error &error)
{
    QStringList sentences{tr(meaningOf(error.code)), serviceSentence(error.detail)};
    if (error.retryAfter && error.detail.find("try again") == std::string::npos)
        sentences << tr("Try again in %1.")
                         .arg(formatDuration(Seconds(std::ceil(error.retryAfter->count()))));
    sentences.removeAll(QString());
    for (qsizetype i = 0; i + 1 < sentences.size(); ++i) {
        if (!sentences[i].endsWith(QLatin1Char('.')))
            sentences[i] += QLatin1Char('.');
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace pult::models
