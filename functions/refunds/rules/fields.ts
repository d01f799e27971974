/** What is typed into a refund, by one rule for forms and contracts. */

export const KEY = /^[A-Za-z][A-Za-z0-9]{0,39}$/
export const MATERIAL_ID = /^mt_[0-9a-z]{26}$/
/** A text among a form's values; each field of the form says its own length. */
export const VALUE_TEXT = { min: 0, max: 500 }
export const BANK = { min: 2, max: 60 }
export const HOLDER = { min: 2, max: 60 }
/** What an officer or a claimant writes beside a step. */
export const SAID = { min: 2, max: 500, says: true }
/** Digits of a card or an account in China; groups may be set apart by spaces while one types. */
export const ACCOUNT_NUMBER = /^\d{8,30}$/
/** All but the last four. */
export const maskedAccount = (number: string): string => `**** ${number.slice(-4)}`
/** A traveller's account, here or abroad: letters too. */
export const TRAVELLER_ACCOUNT = /^[0-9A-Za-z][0-9A-Za-z-]{6,33}$/
/** Of a card's pre-authorisation, as the terminal prints it. */
export const PREAUTH = /^[0-9A-Za-z-]{4,40}$/
