/** The list for a day without network: download and print on the web, keep, send or copy in WeChat. */
import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../../messages'
import { texts } from '../../messages'
import { Button, Card, Column, Note, Words } from '../../../../ui'
import type { DayList } from '../../../booking/model/answers'
import { dayCsv, dayHtml, fileName } from '../model/dayFile'
import {
  copyText,
  fileAddress,
  printPage,
  saveOnDevice,
  sendToChat,
  type TextFile,
} from '../../../../client/save'
import { fileWords } from './words'

const WebWays = ({ csv, html }: { readonly csv: TextFile; readonly html: TextFile }) => {
  const t = useText(texts)
  return (
    <View className="of-ways">
      <Button id="print" icon="print" onPress={printPage}>
        {t('print')}
      </Button>
      <a id="export-csv" className="sb-btn ghost of-link" href={fileAddress(csv)} download={csv.name}>
        {t('export.csv')}
      </a>
      <a id="export-html" className="sb-btn ghost of-link" href={fileAddress(html)} download={html.name}>
        {t('export.html')}
      </a>
    </View>
  )
}

const WeChatWays = ({ csv, html }: { readonly csv: TextFile; readonly html: TextFile }) => {
  const t = useText(texts)
  const [said, setSaid] = useState<string>()
  const keep = (): void => {
    try {
      saveOnDevice(csv)
      saveOnDevice(html)
      setSaid(t('export.saved', { file: csv.name }))
    } catch {
      setSaid(t('export.failed'))
    }
  }
  const send = async (): Promise<void> => {
    setSaid((await sendToChat(csv)) === 'sent' ? t('export.sent') : t('export.failed'))
  }
  const copy = async (): Promise<void> =>
    setSaid((await copyText(csv.text)) ? t('export.copied') : t('export.failed'))
  return (
    <Column gap={8}>
      <View className="of-ways">
        <Button id="export-csv" icon="download" onPress={keep}>
          {t('export.keep')}
        </Button>
        <Button id="export-send" kind="ghost" icon="share" onPress={() => void send()}>
          {t('export.send')}
        </Button>
        <Button id="export-copy" kind="ghost" onPress={() => void copy()}>
          {t('export.copy')}
        </Button>
      </View>
      {said !== undefined && (
        <Words as="ok" live>
          {said}
        </Words>
      )}
      <Words as="s">{t('print.hint')}</Words>
    </Column>
  )
}

export const TakeAway = ({ list }: { readonly list: DayList }) => {
  const t = useText(texts)
  const language = useLanguage()
  const files = useMemo(() => {
    const words = fileWords(list, language)
    return {
      csv: { name: fileName(list.hallName, list.day, 'csv'), text: dayCsv(list, words) },
      html: { name: fileName(list.hallName, list.day, 'html'), text: dayHtml(list, words) },
    }
  }, [list, language])
  return (
    <Card className="no-print">
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('export.title')}
        </Words>
        <Words as="s">{t('export.lead')}</Words>
        {list.next !== undefined && (
          <Note tone="warn" icon="warn">
            <View id="export-partial">{t('export.partial', { n: list.items.length })}</View>
          </Note>
        )}
        {process.env.TARO_ENV === 'weapp' ? <WeChatWays {...files} /> : <WebWays {...files} />}
      </Column>
    </Card>
  )
}
