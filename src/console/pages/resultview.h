// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QBuffer>
#include <QFutureWatcher>
#include <QImage>
#include <QMovie>
#include <QPointer>
#include <QWidget>

#include "console/live/service.h"

namespace Ui {
class ResultView;
}

namespace pult::pages {

/// What a job brought: the picture, the moving picture or the text, with its size and type, and a
/// way to keep it. Loads it when shown for the first time. GUI thread; pictures are decoded on a
/// pool thread.
class ResultView final : public QWidget {
    Q_OBJECT
public:
    explicit ResultView(QWidget *parent = nullptr);
    ~ResultView() override;

    /// Null service: nothing. A job without a result says why there is none.
    void showJob(live::Service *service, const contract::Job &job);
    void clear();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void load();
    void take(const Result<live::ResultBytes> &result);
    void showBytes();
    void showText();
    void showMovie();
    void showImage(const QImage &image);
    void fitImage();
    void describe();
    void explain(const QString &text);
    void save();

    std::unique_ptr<Ui::ResultView> m_ui;
    QPointer<live::Service> m_service;
    std::optional<contract::Job> m_job;
    std::optional<live::ResultBytes> m_result;
    QImage m_image;
    QFutureWatcher<QImage> m_decoding;
    QBuffer m_frames; ///< Outlives the movie that reads it.
    QMovie m_movie;
    bool m_isWanted = false; ///< Shown before it was visible: load when it is.
};

} // namespace pult::pages
