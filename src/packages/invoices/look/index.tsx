/** What is in hand: scanned, typed or read in a PDF. It stands in no address, so that a figure is in no log. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { useStore } from 'zustand'
import type { InvoiceEntry } from '../../../../functions/invoices/rules/invoice'
import type { Picked } from '../../../client/upload'
import { usePerson, useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { Button, Empty, Screen, SignedOut, Words } from '../../../ui'
import { texts } from '../messages'
import { EMPTY } from '../model/entry'
import { heldFor, heldStore, type FromPdf, type InHand } from '../model/in-hand'
import { lookedAt } from '../model/looked'
import { OtherFound } from '../parts/look/other-found'
import { PdfStep } from '../parts/look/pdf-step'
import { SeenInvoice } from '../parts/look/seen'
import { TitleFound } from '../parts/look/title-found'
import { TypeForm } from '../parts/look/type-form'
import { ScanProblem, useScanning } from '../parts/scanning'
import { toTop } from '../parts/top'
import { useToday } from '../parts/words'
import '../invoices.css'

/** What goes with an invoice. */
interface With {
  readonly pdf?: FromPdf | undefined
  readonly photo?: Picked | undefined
}

/** `begin`: what the form begins with. */
type Step =
  | { readonly at: 'seen' }
  | ({ readonly at: 'type'; readonly begin: InvoiceEntry } & With)
  | { readonly at: 'pdf' }

const stepFor = (wanted: string | undefined, draft: InvoiceEntry | undefined): Step => {
  if (wanted === 'type') return { at: 'type', begin: draft ?? EMPTY }
  return wanted === 'pdf' ? { at: 'pdf' } : { at: 'seen' }
}

const Seen = ({
  hand,
  onScan,
  onType,
}: {
  readonly hand: InHand
  readonly onScan: () => void
  readonly onType: (begin: InvoiceEntry, more?: With) => void
}) => {
  const looked = lookedAt(hand, useToday())
  switch (looked.what) {
    case 'invoice':
      return <SeenInvoice looked={looked} onScan={onScan} onEdit={() => onType(looked.entry, looked)} />
    case 'title':
      return <TitleFound reading={looked.reading} onScan={onScan} />
    case 'other':
      return <OtherFound other={looked.other} text={looked.text} onScan={onScan} onType={onType} />
  }
}

const Nothing = ({ onScan, onType }: { readonly onScan: () => void; readonly onType: () => void }) => {
  const t = useText(texts)
  return (
    <>
      <Empty icon="invoice" title={t('look.none')} action={t('scan')} onAction={onScan}>
        {t('look.noneWay')}
      </Empty>
      <Button id="none-type" kind="text" onPress={onType}>
        {t('type')}
      </Button>
    </>
  )
}

const TITLES = { seen: 'look.title', type: 'type', pdf: 'pdf' } as const

export default function LookPage() {
  const t = useText(texts)
  const { params } = useRouter()
  const { hand, draft } = heldFor(useStore(heldStore), usePerson())
  const signedIn = useSignedIn()
  const [step, setStep] = useState<Step>(() => stepFor(params['begin'], draft))
  const show = (next: Step): void => {
    setStep(next)
    toTop()
  }
  const seen = (): void => show({ at: 'seen' })
  const type = (begin: InvoiceEntry, { pdf, photo }: With = {}): void =>
    show({ at: 'type', begin, pdf, photo })
  const scanning = useScanning(seen)
  const scan = (): void => void scanning.run()
  return (
    <Screen id="look" title={t(TITLES[step.at])}>
      <ScanProblem problem={scanning.problem} />
      {step.at === 'type' && (
        <>
          <Words>{t(step.pdf ? 'pdf.compare' : 'type.lead')}</Words>
          <TypeForm
            key={step.pdf?.fileId}
            begin={step.begin}
            pdf={step.pdf}
            photo={step.photo}
            onLook={seen}
          />
        </>
      )}
      {step.at === 'pdf' &&
        (signedIn ? (
          <PdfStep onDone={({ entry, pdf }) => type(entry, { pdf })} onType={() => type(draft ?? EMPTY)} />
        ) : (
          <SignedOut title={t('pdf.signIn')} />
        ))}
      {step.at === 'seen' &&
        (hand ? (
          <Seen key={JSON.stringify(hand)} hand={hand} onScan={scan} onType={type} />
        ) : (
          <Nothing onScan={scan} onType={() => type(draft ?? EMPTY)} />
        ))}
    </Screen>
  )
}
