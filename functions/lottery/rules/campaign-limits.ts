/** What a campaign's figures may be at most: within these every sum that the rules reckon is exact. Screens and schema share them. */

export const CAMPAIGN_ID = /^[a-z][a-z0-9-]{2,39}$/
/** Of pools, draws and tiers. */
export const PART_KEY = /^[a-z][A-Za-z0-9]{0,19}$/
export const KIND_CODE = /^\d{2}$/
export const SECTOR_CODE = /^\d{2,4}$/
export const NUMBER_PREFIX = /^\d{1,20}$/

/** Fen: ten thousand million yuan. */
export const MOST_MONEY = 1_000_000_000_000
/** Fen: one million yuan. */
export const MOST_PRIZE = 100_000_000
export const MOST_OUT_OF = 10_000_000
export const MOST_COUNT = 1_000_000
export const MOST_ROWS = 40
export const MOST_TIERS = 20
export const MOST_CAP = 100_000
/** Days of a campaign, of a notice, of a claim. */
export const MOST_DAYS = 1_100
export const NAME = { min: 2, max: 60 }
export const BASIS = { min: 2, max: 200 }
