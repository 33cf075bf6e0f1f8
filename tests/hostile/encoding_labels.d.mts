export const encodingLabels: string[];
