/** What is typed into a refund, by one rule for forms and contracts. */

export const KEY = /^[A-Za-z][A-Za-z0-9]{0,39}$/
export const MATERIAL_ID = /^mt_[0-9a-z]{26}$/
/** A text among a form's values; each field of the form says its own length. */
export const VALUE_TEXT = { min: 0, max: 500 }
/** What an officer or a claimant writes beside a step. */
export const SAID = { min: 2, max: 500, says: true }
/** A traveller's account, here or abroad: letters too. */
export const TRAVELLER_ACCOUNT = /^[0-9A-Za-z][0-9A-Za-z-]{6,33}$/
/** Of a card's pre-authorisation, as the terminal prints it. */
export const PREAUTH = /^[0-9A-Za-z-]{4,40}$/
