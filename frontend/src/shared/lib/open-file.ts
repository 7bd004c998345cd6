/**
 * Opens a file by the link that the API gave for it: pictures and PDFs in a tab of their own, the rest is saved.
 * @param url absolute, or below the API's own address
 */
export function openFile({ url }: { url: string }): void {
  const address = new URL(url, __API_URL__ || window.location.href).href;
  const tab = window.open(address, '_blank');
  if (tab) tab.opener = null;
  else window.location.assign(address); // The browser held the tab back, as some do after a wait.
}
