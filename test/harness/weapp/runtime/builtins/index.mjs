/** Defines the built-in components as elements named wx-*. */
import { Base } from './base.mjs'
import {
  WxButton,
  WxCheckbox,
  WxCheckboxGroup,
  WxForm,
  WxLabel,
  WxRadio,
  WxRadioGroup,
  WxSwitch,
} from './choices.mjs'
import { WxNavigator, WxRichText, WxScrollView, WxSwiper } from './containers.mjs'
import { WxInput, WxPicker, WxSlider, WxTextarea } from './fields.mjs'
import { WxCanvas, WxImage, WxProgress, WxWebView } from './pictures.mjs'

const withBehaviour = {
  image: WxImage,
  'cover-image': WxImage,
  input: WxInput,
  textarea: WxTextarea,
  switch: WxSwitch,
  checkbox: WxCheckbox,
  radio: WxRadio,
  'checkbox-group': WxCheckboxGroup,
  'radio-group': WxRadioGroup,
  label: WxLabel,
  button: WxButton,
  form: WxForm,
  picker: WxPicker,
  slider: WxSlider,
  'scroll-view': WxScrollView,
  swiper: WxSwiper,
  navigator: WxNavigator,
  'rich-text': WxRichText,
  canvas: WxCanvas,
  progress: WxProgress,
  'web-view': WxWebView,
}
const plain = [
  'view',
  'text',
  'icon',
  'swiper-item',
  'cover-view',
  'movable-area',
  'movable-view',
  'picker-view',
  'picker-view-column',
  'camera',
  'map',
  'video',
  'audio',
  'live-player',
  'live-pusher',
  'ad',
  'ad-custom',
  'official-account',
  'open-data',
  'page-meta',
  'navigation-bar',
  'page-container',
  'share-element',
  'root-portal',
  'match-media',
  'keyboard-accessory',
  'editor',
  'voip-room',
  'native-slot',
  'list-view',
  'sticky-header',
  'sticky-section',
  'grid-view',
  'list-builder',
  'snapshot',
  'span',
  'functional-page-navigator',
  'inline-payment-panel',
  'slot',
  'store-product',
  'store-home',
  'channel-live',
  'channel-video',
  'ad-unit',
]

export const builtinTags = [...Object.keys(withBehaviour), ...plain]
export const defineBuiltins = () => {
  for (const [tag, Definition] of Object.entries(withBehaviour))
    customElements.define(`wx-${tag}`, class extends Definition {})
  for (const tag of plain) customElements.define(`wx-${tag}`, class extends Base {})
}
