// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace pult::shell {

/// Something that can be gone to by typing a part of its name.
struct Destination {
    QString title;
    QString sort; ///< "Page", "Service", "Setting", "Job"
    std::function<void()> go;
};

/// Ctrl+K: type, choose with the arrows, Enter goes there. Open it with open(). GUI thread.
class QuickFinder final : public QDialog {
    Q_OBJECT
public:
    /// What is known by now and holds the text.
    using Search = std::function<std::vector<Destination>(const QString &text)>;

    QuickFinder(Search search, QWidget *parent);

    /// More has become known. What is typed stays.
    void refresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void go();

    Search m_search;
    std::vector<Destination> m_destinations;
    QLineEdit *m_text;
    QListWidget *m_found;
};

} // namespace pult::shell
