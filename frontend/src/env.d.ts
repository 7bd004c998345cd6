/** Address of the API, from `VITE_API_URL` when the SPA is built; empty means our own origin. */
declare const __API_URL__: string;
