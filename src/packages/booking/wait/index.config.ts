export default definePageConfig({ navigationBarTitleText: '候补', enableShareAppMessage: true })
