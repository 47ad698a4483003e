// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What a finger means: debouncing a contact, telling clicks from double clicks and long presses.
///
///     struct ct_debounce contact = {0};
///     struct ct_clicks finger = {0};
///     ct_debounce_update(&contact, level, now, 20);               // every millisecond or so
///     const enum ct_click click = ct_clicks_update(&finger, contact.is_closed, now, 300, 800);
///     if (click == CT_CLICK_LONG) turn_off();
///
/// Computation only: time and levels come in as numbers. Times are milliseconds of any counter that
/// wraps at 2^32; between two calls less than 2^31 of them may pass. Any context. For a contact on
/// a pin see <corten/drivers/button.h>.
#ifndef CORTEN_DRIVERS_CLICKS_H
#define CORTEN_DRIVERS_CLICKS_H

#include <corten/compiler.h>

/// A contact, open at the start.
struct ct_debounce {
    bool is_closed;  ///< the debounced level
    bool is_moving_; // the level differs from it, since
    uint32_t since_;
};

/// Takes a look at the contact. The debounced level follows when the level has been the other one
/// at every look for at least `settle` milliseconds. True when it has just changed.
ct_inline bool ct_debounce_update(struct ct_debounce *contact, bool level, uint32_t now,
                                  uint32_t settle) {
    if (level == contact->is_closed) {
        contact->is_moving_ = false;
        return false;
    }
    if (!contact->is_moving_) {
        contact->is_moving_ = true;
        contact->since_ = now;
    }
    if (now - contact->since_ < settle) return false;
    contact->is_moving_ = false;
    contact->is_closed = level;
    return true;
}

/// What has just become known.
enum ct_click {
    CT_CLICK_NONE,
    CT_CLICK_SINGLE,  ///< pressed and let go, and not pressed again in time
    CT_CLICK_DOUBLE,  ///< pressed a second time in time: at that press
    CT_CLICK_LONG,    ///< held: while it is still held
    CT_CLICK_RELEASE, ///< let go after CT_CLICK_DOUBLE or CT_CLICK_LONG
};

struct ct_clicks {
    uint8_t state_;
    uint32_t since_;
};

enum ct_clicks_state_ { CT_CLICKS_IDLE_, CT_CLICKS_DOWN_, CT_CLICKS_BETWEEN_, CT_CLICKS_HELD_ };

/// Takes in whether the (debounced) button is pressed now.
///
///     idle --press--> down --release--> between --press in time--> held: DOUBLE
///                      |                   `--`again` passed-----> idle: SINGLE
///                      `--`hold` passed--> held: LONG          held --release--> idle: RELEASE
///
/// again: a second press counts within so many ms after the release; 0: clicks are reported at
/// once and there are no double ones. hold: a press is long from so many ms on.
ct_inline enum ct_click ct_clicks_update(struct ct_clicks *clicks, bool is_pressed, uint32_t now,
                                         uint32_t again, uint32_t hold) {
    const uint32_t passed = now - clicks->since_;
    const uint8_t state = clicks->state_;
    if (state == CT_CLICKS_DOWN_ && passed >= hold) {
        clicks->state_ = CT_CLICKS_HELD_; // also where it was let go since the last look
        return CT_CLICK_LONG;
    }
    if (state == CT_CLICKS_BETWEEN_ && passed >= again) {
        clicks->state_ = is_pressed ? CT_CLICKS_DOWN_ : CT_CLICKS_IDLE_;
        clicks->since_ = now;
        return CT_CLICK_SINGLE;
    }
    if (is_pressed == (state == CT_CLICKS_DOWN_ || state == CT_CLICKS_HELD_)) return CT_CLICK_NONE;
    clicks->since_ = now;
    if (state == CT_CLICKS_IDLE_) {
        clicks->state_ = CT_CLICKS_DOWN_;
        return CT_CLICK_NONE;
    }
    if (state == CT_CLICKS_BETWEEN_) {
        clicks->state_ = CT_CLICKS_HELD_;
        return CT_CLICK_DOUBLE;
    }
    if (state == CT_CLICKS_HELD_) {
        clicks->state_ = CT_CLICKS_IDLE_;
        return CT_CLICK_RELEASE;
    }
    clicks->state_ = again ? CT_CLICKS_BETWEEN_ : CT_CLICKS_IDLE_;
    return again ? CT_CLICK_NONE : CT_CLICK_SINGLE;
}

#endif
