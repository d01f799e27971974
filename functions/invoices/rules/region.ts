/** Where an invoice's issuer belongs, as its number or code tells. */
import { regionByCode, regionByDivision, type Region } from '../data/regions'
import { isDigital } from './invoice'

/** Ten digits begin with the division; twelve have a digit before it. */
const divisionIn = (code: string): string => (code.length === 12 ? code.slice(1, 5) : code.slice(0, 4))

export interface IssuerRegion extends Omit<Region, 'code'> {
  /** The digits that tell it: `44`, `4403`. */
  readonly digits: string
}

/** `undefined`: the digits name no region that is known here. */
export const regionOf = ({
  code,
  number,
}: {
  readonly code: string
  readonly number: string
}): IssuerRegion | undefined => {
  const digits = isDigital(number) ? number.slice(2, 4) : divisionIn(code)
  const region = isDigital(number)
    ? regionByCode.get(digits)
    : // A city's own digits, where they are another than its province's, are told as the province.
      (regionByDivision.get(digits) ?? regionByDivision.get(`${digits.slice(0, 2)}00`))
  if (!region) return undefined
  const { name, division, unconfirmed } = region
  // How old codes are made is practice of the authority.
  return { digits, name, division, unconfirmed: unconfirmed || !isDigital(number) }
}
