// The packages installed here, for scripts of other folders: names are looked up beside this file.
export const load = (name) => import(name);
