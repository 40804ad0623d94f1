// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

#include <QPointer>
#include <QThread>

namespace pult::live {

/// The telemetry thread: one for the console. Work runs there, in the order given; its result comes
/// back as a value. GUI thread.
class Background {
public:
    Background();
    /// Waits for the work that has begun; what has not is dropped.
    ~Background();
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    /// Calls done(work()) on the GUI thread, if the context still lives by then. What the work
    /// holds on to must not be touched by anyone else, or only by other work.
    template <class Work, class Done>
    void run(QObject *context, Work work, Done done)
    {
        QMetaObject::invokeMethod(
            m_there.get(),
            [this, context = QPointer<QObject>(context), work = std::move(work),
                done = std::move(done)]() mutable {
                deliver([context = std::move(context), done = std::move(done),
                            result = work()]() mutable {
                    if (context)
                        done(std::move(result));
                });
            },
            Qt::QueuedConnection);
    }

    /// Work that answers nothing.
    template <class Work>
    void post(Work work)
    {
        QMetaObject::invokeMethod(m_there.get(), std::move(work), Qt::QueuedConnection);
    }

private:
    template <class Delivery>
    void deliver(Delivery delivery)
    {
        QMetaObject::invokeMethod(&m_here, std::move(delivery), Qt::QueuedConnection);
    }

    QObject m_here; ///< Lives on the GUI thread, longer than the other one runs.
    QThread m_thread;
    std::unique_ptr<QObject> m_there;
};

} // namespace pult::live
