declare module '*.css';
declare module 'diagram-js-minimap';
