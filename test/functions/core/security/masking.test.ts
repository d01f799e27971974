import fc from 'fast-check'
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

  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'王李明城东有限公司店0123456789XABC· ') }),
  )

  it('shows at most half of any number, hides at least half, and keeps its length', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(maskIdNumber, maskCreditCode, maskPhone), (text, mask) => {
        const shown = [...text.trim()]
        const masked = [...mask(text)]
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
        const letters = (of: string): number => [...of.replace(/[\s*]/g, '')].length
        expect(letters(masked)).toBeLessThan(Math.max(1, letters(text)))
      }),
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
