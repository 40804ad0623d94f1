// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "contract/job.h"

namespace Ui {
class StickerFileField;
}

namespace pult::pages {

/// Lets the user choose Telegram's sticker file (TGS), to be rendered in place of a prompt, and
/// what it is made into. GUI thread.
class StickerFileField final : public QWidget {
    Q_OBJECT
public:
    explicit StickerFileField(QWidget *parent = nullptr);
    ~StickerFileField() override;

    [[nodiscard]] bool hasFile() const { return m_tgs.has_value(); }
    /// The file and its format, or nothing.
    [[nodiscard]] contract::JobParams params() const;
    /// Takes over the file of a job that was sent before, or the lack of one.
    void setParams(const contract::JobParams &params);
    /// Shows what the service says about the file. Answers whether it is about the file.
    bool showProblem(const std::string &pointer, const QString &problem);
    void clearProblem();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose();
    void read(const QString &path);
    void drop();
    void setFile(std::string tgs, const QString &name);
    void refresh();

    std::unique_ptr<Ui::StickerFileField> m_ui;
    std::optional<std::string> m_tgs; ///< In base64.
    QString m_name;
};

} // namespace pult::pages
