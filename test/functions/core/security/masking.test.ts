import fc from 'fast-check'
import {
  isControl,
  isFormat,
  isJoiner,
  isSeen,
  turnsDirection,
} from '../../../../functions/core/pure/characters'
import { graphemes } from '../../../../functions/core/pure/graphemes'
import { shownText } from '../../../../functions/core/pure/typed-text'
import {
  maskCompanyName,
  maskCreditCode,
  maskIdNumber,
  maskName,
  maskNumber,
  maskPersonName,
  maskPhone,
} from '../../../../functions/core/pure/masking'

describe('masking by type', () => {
  it.each([
    ['王小明', '王*明'],
    ['陈明', '陈*'],
    ['欧阳小明', '欧**明'],
    ['阿卜杜拉·买买提', '阿******提'],
    ['王', '*'],
    ['', '*'],
    ['  李明 ', '李*'],
    ['Mary Poppins', 'M*** P***'],
    ['X', '*'],
    ['王 明', '王*'],
    ['王　小 明', '王*明'],
    ['Li 明', 'L*** ***'],
  ])('a person: %s → %s', (name, masked) => expect(maskPersonName(name)).toBe(masked))

  it.each([
    ['城东机械有限公司', '城东**有限公司'],
    ['城东机械制造股份有限公司', '城东**股份有限公司'],
    ['海州市城东小吃店', '海州**店'],
    ['王 店', '**店'],
    ['王李 店', '王**店'],
    ['李记饭店', '李**饭店'],
    ['有限公司', '有**公司'],
    ['张三', '张**'],
    ['张店', '**店'],
    ['张', '**'],
    ['Acme Trading Ltd', 'A*** T*** L***'],
    ['X Y', '*** ***'],
  ])('an enterprise: %s → %s', (name, masked) => expect(maskCompanyName(name)).toBe(masked))

  it.each([
    ['11010519491231002X', '110105********002X'],
    ['320102800101123', '3201********123'],
    ['A1234567', 'A1****67'],
    ['12', '1*'],
    ['1', '*'],
    ['', ''],
  ])('an ID number: %s → %s', (number, masked) => expect(maskIdNumber(number)).toBe(masked))

  it('a credit code and a phone', () => {
    expect(maskCreditCode('91110000101623741K')).toBe('9111**********741K')
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(maskPhone('010-12345678')).toMatch(/\*{6,}/)
  })

  /** What a reader counts: pieces that show something, and spaces. */
  const pieces = (text: string): string[] =>
    graphemes(shownText(text).trim()).filter((piece) => /^\s/.test(piece) || isSeen([...piece][0] ?? ''))
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'王李明城东有限公司店0123456789XABC· ') }),
  )

  it('shows at most half of any number, hides at least half, and keeps its length', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(maskIdNumber, maskCreditCode, maskPhone), (text, mask) => {
        const shown = pieces(text)
        const masked = graphemes(mask(text))
        expect(masked).toHaveLength(shown.length)
        const hidden =
          masked.filter((character, i) => character === '*' && shown[i] !== '*').length +
          shown.filter((character) => character === '*').length
        const isCard = /^[0-9]{17}[0-9Xx]$/.test(text.trim())
        const isMobile = /^1[0-9]{10}$/.test(text.trim())
        if (!isCard && !isMobile && !text.includes('*'))
          expect(hidden).toBeGreaterThanOrEqual(Math.ceil(shown.length / 2))
      }),
    )
  })

  it('never shows a whole name, whatever it is', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('person' as const, 'enterprise' as const), (text, kind) => {
        const masked = maskName(kind, text)
        expect(masked).toContain('*')
        if (text.includes('*')) return
        const letters = (of: string): number => pieces(of.replace(/[\s*]/g, '')).length
        expect(letters(masked)).toBeLessThan(Math.max(1, letters(text)))
      }),
    )
  })

  it.each([
    ['\u202e王小明', '王*明'],
    ['\u2067王小明\u2069', '王*明'],
    ['王\u200b小\u200b明', '王*明'],
    ['王小明\u3164', '王*明'],
    ['\u0301王小明\u0301', '王*明\u0301'],
    ['\u200b\u200b', '*'],
    ['\u3164\u3164\u3164', '*'],
    ['\u0301', '*'],
    ['Al \ufe0fBo', 'A*** B***'],
    ['Al \u202e\u0301Bo', 'A*** B***'],
    ['葛\u{e0100}小明', '葛\u{e0100}*明'],
    ['\ue000小明', '\ue000***'],
    ['👨\u200d👩\u200d👧 Lee', '*** L***'],
    ['Éa', 'É***'],
    ['E\u0301a Wu', 'E\u0301*** W***'],
    ['\u202e城东机械有限公司', '城东**有限公司'],
  ])('what was stored before the rule of texts is cleaned: %j → %j', (name, masked) =>
    expect(maskName(name.includes('公司') ? 'enterprise' : 'person', name)).toBe(masked),
  )

  const ODD = [
    ...['\u202e', '\u2067', '\u200b', '\u200d', '\u200c', '\u00ad', '\ufeff', '\u3164', '\u115f'],
    ...['\u2800', '\u0301', '\ufe0f', '\u0007', '\u{e0041}', '👩', '🏽', '🇨', '🇳'],
  ]
  it('never keeps a character that cannot be seen, or that turns the writing round', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...ODD, ...'王小明有限公司店Aé1 ') })
    const masks = [maskPersonName, maskCompanyName, maskIdNumber, maskCreditCode, maskPhone]
    const hidden = (one: string): boolean =>
      turnsDirection(one) || isControl(one) || isJoiner(one) || isFormat(one)
    fc.assert(
      fc.property(hostile, fc.constantFrom(...masks), (text, mask) => {
        const kept = graphemes(mask(text))
        expect(kept.filter((piece) => piece !== ' ' && !isSeen([...piece][0] ?? ''))).toEqual([])
        expect([...kept.join('')].filter(hidden)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('hides every digit of birth and of sequence in an ID card', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{16}[0-9X]$/), (number) => {
        expect(maskNumber('person', number)).toBe(`${number.slice(0, 6)}********${number.slice(14)}`)
      }),
    )
  })
})
