namespace LoonFlow.Web.Controls;

public enum IconName
{
    ArrowLeft, ArrowRight, Bell, Building, Calendar, Check, ChevronDown, ChevronLeft, ChevronRight, Clock, Close, Comment,
    Copy, Download, Edit, External, File, Filter, Flow, Forward, Globe, Hand, History, Inbox, Info, Key, List, Lock, Minus, Moon,
    More, Offline, Paperclip, Plug, Plus, Return, Screen, Search, Send, Settings, SignOut, Sun, Ticket, Trash, Undo, UpDown,
    Upload, User, Users, Warning, ZoomFit,
}
