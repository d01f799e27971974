import fc from 'fast-check'
import {
  canonicalNumber,
  classOfNumber,
  creditCheckCharacter,
  creditCodeFits,
  idCheckCharacter,
  idNumberFits,
  normaliseNumber,
  numberWarns,
  organisationCheckCharacter,
} from '../../../../functions/core/pure/check-digits'

const TODAY = '2026-11-24'
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

describe('unified social credit codes (GB 32100-2015)', () => {
  it.each([
    ['91110000101623741K', true],
    ['911101066976941872', true],
    ['91350100M000100Y43', true],
    ['91350211M0000XUF46', false],
    ['91310115MA1H8R7C6D', false],
    ['', false],
    ['9111000010162374', false],
    ['9111000010162374IK', false],
  ])('%s fits: %s', (code, fits) => expect(creditCodeFits(code)).toBe(fits))

  it('knows the check digit of the organisation code inside (GB 11714)', () =>
    expect(organisationCheckCharacter('10162374')).toBe('1'))

  it('answers 0 where the sum divides by 31', () =>
    expect(creditCheckCharacter('00000000000000000')).toBe('0'))

  it('is within the character set for whatever stands before it, and catches any single wrong character', () => {
    const character = fc.constantFrom(...CHARACTERS)
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 17, maxLength: 17 }),
        fc.nat(16),
        character,
        (characters, at, wrong) => {
          const seventeen = characters.join('')
          const check = creditCheckCharacter(seventeen)
          expect(CHARACTERS).toContain(check)
          const mistyped = `${seventeen.slice(0, at)}${wrong}${seventeen.slice(at + 1)}${check}`
          expect(creditCodeFits(mistyped)).toBe(wrong === seventeen.charAt(at))
        },
      ),
    )
  })
})

describe('resident ID numbers (GB 11643)', () => {
  it.each([
    ['11010519491231002X', true],
    ['110105194912310021', false],
    ['11010519491331002X', false],
    ['11010519491231002x', false],
    ['', false],
  ])('%s fits: %s', (number, fits) => expect(idNumberFits(number, TODAY)).toBe(fits))

  it('is not born tomorrow, and on a day that exists', () => {
    const of = (born: string): string => `110105${born}001${idCheckCharacter(`110105${born}001`)}`
    expect(idNumberFits(of('20261124'), TODAY)).toBe(true)
    expect(idNumberFits(of('20261125'), TODAY)).toBe(false)
    expect(idNumberFits(of('20230229'), TODAY)).toBe(false)
  })
})

describe('a number as people type it', () => {
  it.each([
    ['１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
    [' 9111 0000-1016 23741k ', '91110000101623741K'],
    ['', ''],
  ])('%s → %s', (typed, number) => expect(normaliseNumber(typed)).toBe(number))

  it('of fifteen digits is the same person as of eighteen', () => {
    expect(canonicalNumber('person', '110105491231002')).toBe('11010519491231002X')
    expect(canonicalNumber('enterprise', '110105491231002')).toBe('110105491231002')
  })

  it.each([
    ['person', '11010519491231002X', 'residentId', false],
    ['person', '110105194912310021', 'residentId', true],
    ['person', '110105491231002', 'oldResidentId', false],
    ['person', 'E12345678', 'other', false],
    ['enterprise', '91350211M0000XUF46', 'creditCode', true],
    ['enterprise', '110105491231002', 'taxNumber', false],
    ['enterprise', '12345678', 'other', true],
    ['enterprise', '12345678901234567890', 'taxNumber', false],
  ] as const)('%s %s is a %s and warns: %s', (kind, number, shape, warns) => {
    expect(classOfNumber(kind, number)).toBe(shape)
    expect(numberWarns(kind, number, TODAY)).toBe(warns)
  })

  it('has one spelling, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('person' as const, 'enterprise' as const), (text, kind) => {
        expect(canonicalNumber(kind, canonicalNumber(kind, text))).toBe(canonicalNumber(kind, text))
      }),
    )
  })
})
