/** What a problem is called, at its field and in the list of all. */
import { useText } from '../../../../messages'
import { common } from '../../../../messages/common'
import { texts } from '../../messages'
import type { Problem } from '../../model/problems'

export const useProblemWords = () => {
  const t = useText(texts)
  const words = useText(common)
  return ({ kind, n = 0 }: Problem): string => {
    switch (kind) {
      case 'required':
        return words('required')
      case 'short':
        return t('problem.short', { n })
      case 'long':
        return t('problem.long', { n })
      case 'direction':
        return words('textDirection')
      case 'control':
        return words('textControl')
      case 'unseen':
        return words('textUnseen')
      case 'unsaid':
        return words('textUnsaid')
      default:
        return t(`problem.${kind}`)
    }
  }
}

const PARAGRAPH = /^body\.(\d+)\.(zh|en)$/

/** The name of a field by its path. */
export const useFieldName = () => {
  const t = useText(texts)
  return (path: string): string => {
    const [, at, language] = PARAGRAPH.exec(path) ?? []
    if (at !== undefined) return t(language === 'en' ? 'edit.body.en' : 'edit.body.zh', { n: Number(at) + 1 })
    switch (path) {
      case 'title.en':
      case 'summary.zh':
      case 'summary.en':
      case 'why.zh':
      case 'why.en':
      case 'number':
      case 'issuer':
      case 'basis':
      case 'effectiveFrom':
      case 'effectiveTo':
        return t(`edit.${path}`)
      default:
        return t('edit.title.zh')
    }
  }
}

/** The id of a field’s control. */
export const idOf = (path: string): string => `at-${path.replace(/\./g, '-')}`
