/** Field checks that exist once. */

export const WAIT_ID = /^wt_[0-9a-z]{26}$/
