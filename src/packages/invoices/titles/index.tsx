/** The title book: by which names one asks for invoices, each with its code to be shown. */
import { useState } from 'react'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { MOST_TITLES } from '../../../../functions/invoices/data/limits'
import { invalidate } from '../../../client/queries'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { Await, Button, Empty, Screen, SignedOut, Toast, Words } from '../../../ui'
import { texts } from '../messages'
import type { KeptTitle } from '../model/answers'
import { INVOICES, useTitles } from '../parts/queries'
import { TitleCard } from '../parts/title/title-card'
import { TitleForm } from '../parts/title/title-form'
import { TitleQr } from '../parts/title/title-qr'
import { toTop } from '../parts/top'
import '../invoices.css'

const Book = ({
  items,
  onForm,
  onGone,
}: {
  readonly items: readonly KeptTitle[]
  readonly onForm: (kept: KeptTitle | undefined) => void
  readonly onGone: () => void
}) => {
  const t = useText(texts)
  const [shown, setShown] = useState<KeptTitle>()
  if (items.length === 0)
    return (
      <>
        <Empty icon="company" title={t('titles.none')}>
          {t('titles.noneWay')}
        </Empty>
        <Button id="title-add" icon="plus" block onPress={() => onForm(undefined)}>
          {t('titles.add')}
        </Button>
      </>
    )
  return (
    <>
      {items.map((title) => (
        <TitleCard
          key={title.id}
          title={title}
          onQr={() => setShown(title)}
          onEdit={() => onForm(title)}
          onGone={onGone}
        />
      ))}
      <Button
        id="title-add"
        kind="ghost"
        icon="plus"
        block
        disabled={items.length >= MOST_TITLES}
        onPress={() => onForm(undefined)}
      >
        {t(items.length >= MOST_TITLES ? 'titles.full' : 'titles.add')}
      </Button>
      <TitleQr title={shown} onClose={() => setShown(undefined)} />
    </>
  )
}

type Form = { readonly kept: KeptTitle | undefined }

const Titles = () => {
  const t = useText(texts)
  const titles = useTitles()
  const [form, setForm] = useState<Form>()
  const [toast, setToast] = useState<string>()
  usePullDownRefresh(() => {
    void titles.refetch().finally(() => Taro.stopPullDownRefresh())
  })
  const show = (next: Form | undefined): void => {
    setForm(next)
    toTop()
  }
  const changed = (words: string): void => {
    show(undefined)
    setToast(words)
    invalidate(INVOICES)
  }
  return (
    <>
      {form ? (
        <TitleForm
          kept={form.kept}
          onSaved={() => changed(t('titles.saved'))}
          onLeave={() => show(undefined)}
        />
      ) : (
        <>
          <Words as="s">{t('titles.lead')}</Words>
          <Await query={titles}>
            {({ items }) => (
              <Book
                items={items}
                onForm={(kept) => show({ kept })}
                onGone={() => changed(t('titles.gone'))}
              />
            )}
          </Await>
        </>
      )}
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </>
  )
}

export default function TitlesPage() {
  const t = useText(texts)
  const signedIn = useSignedIn()
  return (
    <Screen id="titles" title={t('door.titles')}>
      {signedIn ? <Titles /> : <SignedOut title={t('titles.signIn')} />}
    </Screen>
  )
}
