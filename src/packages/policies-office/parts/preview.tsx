/** What is written, as its readers see it, in either language. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { dayOf } from '../../../../functions/core/pure/time'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText, type Language } from '../../../messages'
import { classes, Section, Segmented, Words } from '../../../ui'
import { PolicyText } from '../../../ui/policy-text'
import { texts } from '../messages'
import type { Written } from '../model/answers'
import { isChineseAlone, previewOf } from '../model/preview'

export const Preview = ({ text, draft }: { readonly text: Written; readonly draft: boolean }) => {
  const t = useText(texts)
  const own = useLanguage()
  const today = dayOf(useNow())
  const [language, setLanguage] = useState<Language>(own)
  return (
    <>
      <Section>{t('preview.title')}</Section>
      <Segmented
        id="preview"
        label={t('preview.language')}
        value={language}
        choices={[
          { value: 'zh-CN', text: t('language.zh') },
          { value: 'en', text: t('language.en') },
        ]}
        onChange={setLanguage}
      />
      {draft && <Words as="s">{t('preview.draft')}</Words>}
      {language === 'en' && isChineseAlone(text) && <Words as="s warn">{t('preview.chinese')}</Words>}
      <View id="preview-text" className={classes('po-preview', language === 'en' && 'en')}>
        <PolicyText of={previewOf(text, language)} language={language} today={today} />
      </View>
    </>
  )
}
