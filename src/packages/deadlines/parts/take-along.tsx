/** A deadline taken along: into the phone's calendar by WeChat, or as a file for any other. */
import { useState } from 'react'
import Taro from '@tarojs/taro'
import { calendarText, summaryOf } from '../../../../functions/deadlines/rules/ics'
import { movedText } from '../../../../functions/deadlines/rules/words'
import { USUAL_OFFSETS } from '../../../../functions/deadlines/rules/plan'
import { dayOfDue } from '../../../../functions/deadlines/rules/tracks'
import type { Deadline } from '../../../../functions/deadlines/rules/deadlines'
import { fileAddress } from '../../../client/save'
import { serverNow } from '../../../client/server-time'
import { useLanguage, useText } from '../../../messages'
import { Button, Column, Icon, Note } from '../../../ui'
import { texts } from '../messages'
import { addToPhone, type Added } from '../model/phone-calendar'

const weapp = process.env.TARO_ENV === 'weapp'

const Answer = ({ added }: { readonly added: Added | undefined }) => {
  const t = useText(texts)
  switch (added) {
    case 'added':
      return (
        <Note tone="ok" icon="check">
          {t('one.added')}
        </Note>
      )
    case 'refused':
      return (
        <Note tone="warn">
          <Column gap={8}>
            {t('one.refused')}
            <Button id="open-settings" kind="ghost" onPress={() => void Taro.openSetting({})}>
              {t('one.openSettings')}
            </Button>
          </Column>
        </Note>
      )
    case 'failed':
      return <Note tone="warn">{t('one.failed')}</Note>
    case 'closed':
    case undefined:
      return null
  }
}

const ToPhone = ({ deadline }: { readonly deadline: Deadline }) => {
  const t = useText(texts)
  const language = useLanguage()
  const [added, setAdded] = useState<Added>()
  const [busy, setBusy] = useState(false)
  const add = async (): Promise<void> => {
    setBusy(true)
    setAdded(undefined)
    const description = movedText(deadline, language) ?? ''
    setAdded(await addToPhone({ title: summaryOf(deadline, language), day: dayOfDue(deadline), description }))
    setBusy(false)
  }
  return (
    <>
      <Button id="to-calendar" kind="ghost" icon="calendar" block loading={busy} onPress={() => void add()}>
        {t('one.calendar')}
      </Button>
      <Answer added={added} />
    </>
  )
}

interface Taken {
  readonly deadline: Deadline
  /** The taxpayer's id, or another that stays. */
  readonly whose: string
  readonly filed: boolean
}

const AsFile = ({ deadline, whose, filed }: Taken) => {
  const t = useText(texts)
  const language = useLanguage()
  const [stamp] = useState(serverNow)
  const entry = { deadline, key: whose, filed, alarms: USUAL_OFFSETS, stamp }
  const file = { name: `${deadline.id}.ics`, text: calendarText([entry], language) }
  return (
    <a id="download" className="sb-btn ghost sb-link" href={fileAddress(file)} download={file.name}>
      <Icon name="download" size="small" />
      {t('one.download')}
    </a>
  )
}

export const TakeAlong = (taken: Taken) =>
  weapp ? <ToPhone deadline={taken.deadline} /> : <AsFile {...taken} />
