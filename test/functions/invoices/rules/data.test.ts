import { instantOf } from '../../../../functions/core/pure/time'
import { askedWords, invoiceKinds, kindOf } from '../../../../functions/invoices/data/kinds'
import { channels, regions } from '../../../../functions/invoices/data/regions'
import {
  dailyQueries,
  freshness,
  riskThresholds,
  verificationWindows,
} from '../../../../functions/invoices/data/verification'
import { regionOf } from '../../../../functions/invoices/rules/region'
import { dailyQueriesOn, foundFrom, verifiableFrom } from '../../../../functions/invoices/rules/verification'
import { gapsIn } from '../../../harness/dated'
import { saysBoth } from '../../../harness/forms'

const ofNumber = (digits: string) => regionOf({ code: '', number: `26${digits}2000000375586818` })
const ofCode = (code: string) => regionOf({ code, number: '10113872' })

describe('kinds of invoices', () => {
  it('are listed once each, in both languages', () => {
    expect(new Set(invoiceKinds.map(({ kind }) => kind)).size).toBe(invoiceKinds.length)
    for (const { kind, name } of invoiceKinds) {
      expect(kind).toMatch(/^\d{2}$/)
      expect(saysBoth(name)).toBe(true)
    }
    for (const { rule, basis } of Object.values(askedWords))
      expect(saysBoth(rule) && saysBoth(basis)).toBe(true)
  })

  it.each([
    ['01', 'amount', 'net', false],
    ['04', 'checkCode', 'net', false],
    ['10', 'checkCode', 'net', false],
    ['11', 'checkCode', 'net', true],
    ['14', 'checkCode', 'net', true],
    ['03', 'amount', 'net', true],
    ['08', 'amount', 'net', true],
    ['15', 'amount', 'total', true],
    ['31', 'amount', 'total', false],
    ['32', 'amount', 'total', false],
    ['51', 'amount', 'total', false],
    ['61', 'amount', 'total', true],
    ['85', 'amount', 'net', true],
    ['86', 'number', 'total', true],
    ['87', 'amount', 'net', true],
    ['88', 'amount', 'total', true],
  ])('%s is verified by %s, its amount is %s', (kind, asked, amountOf, unconfirmed) =>
    expect(kindOf(kind)).toMatchObject({ asked, amountOf, unconfirmed }),
  )

  it('leave out what is no invoice, and what is not known', () => {
    expect(kindOf('17')).toBeUndefined()
    expect(kindOf('99')).toBeUndefined()
  })
})

describe('regions of invoices', () => {
  it('are the 31 provinces and the five cities under separate planning', () => {
    expect(regions).toHaveLength(36)
    expect(new Set(regions.map(({ code }) => code)).size).toBe(36)
    expect(new Set(regions.map(({ division }) => division)).size).toBe(36)
    for (const { code, division, name, unconfirmed } of regions) {
      expect(saysBoth(name)).toBe(true)
      expect(division).toMatch(/^\d{4}00$/)
      const city = code.startsWith('9')
      expect(division.slice(0, 2) === code).toBe(!city)
      // Of the cities Shenzhen alone was seen with its issuer.
      expect(unconfirmed).toBe(city && code !== '95')
    }
    for (const { name } of channels) expect(saysBoth({ zh: name.zh, en: name.en })).toBe(true)
  })

  it.each([
    ['11', '110000'],
    ['51', '510000'],
    ['65', '650000'],
    ['91', '210200'],
    ['92', '330200'],
    ['93', '350200'],
    ['94', '370200'],
    ['95', '440300'],
    ['66', undefined],
    ['00', undefined],
  ])('are told by %s in twenty digits', (digits, division) =>
    expect(ofNumber(digits)?.division).toBe(division),
  )

  it.each([
    ['4400203130', '440000'],
    ['4403203130', '440300'],
    ['3502203130', '350200'],
    ['3205203130', '320000'],
    ['011001700112', '110000'],
    ['050003523456', '500000'],
    ['144031900112', '440300'],
    ['9100203130', undefined],
    ['8800203130', undefined],
    ['', undefined],
  ])('are told by the code %s of an old invoice', (code, division) =>
    expect(ofCode(code)?.division).toBe(division),
  )
})

describe('how often and how long an invoice can be verified', () => {
  it('is known for every day since there is a site', () => {
    for (const rows of [dailyQueries, verificationWindows, freshness, riskThresholds]) {
      expect(gapsIn(rows, '2017-01-01')).toEqual([])
      for (const { rule, basis } of rows) expect(saysBoth(rule) && saysBoth(basis)).toBe(true)
    }
  })

  it('is five times a day, five years back', () => {
    expect(dailyQueriesOn('2026-11-27')).toMatchObject({ queries: 5, unconfirmed: false })
    expect(verifiableFrom('2026-11-27')).toBe('2021-11-27')
    expect(verifiableFrom('2028-02-29')).toBe('2023-02-28')
    expect(verifiableFrom('2025-11-27')).toBe('2024-11-27')
  })

  it('is half an hour after issue, in older days from the next', () => {
    const nine = 9 * 60
    expect(foundFrom(instantOf('2026-11-27', nine))).toBe(instantOf('2026-11-27', nine + 30))
    expect(foundFrom(instantOf('2025-11-27', nine))).toBe(instantOf('2025-11-28'))
  })
})
