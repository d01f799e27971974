export default definePageConfig({ navigationBarTitleText: '名额抽签', enableShareAppMessage: true })
