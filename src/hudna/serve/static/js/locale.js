// A browser started in the C locale calls its language "en-US@posix", which is no language tag: the chart library asks
// Intl for it while it loads, and the whole page would stay blank. Such a tag is read as English.
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en', configurable: true });
}
